import { act } from '@testing-library/react';
import type { GenerationRequest } from 'bytespike-react';
import type { SimulatedGatewayOptions } from 'bytespike-react/testing';
import { typicalSeconds } from '../../src/core/catalog/catalog.js';
import { createHeldClock } from '../../stories/support/held-clock.js';

/** A simulated gateway's time, in a page, that passes only when the test says so: what is being made is being made until then. */
export interface HeldTime {
  clock: NonNullable<SimulatedGatewayOptions['clock']>;
  pass(seconds: number): Promise<void>;
}

export function holdTime(): HeldTime {
  const { wallNow, setTimeout, clearTimeout, advance } = createHeldClock(Date.now());
  return { clock: { now: wallNow, setTimeout, clearTimeout }, pass: (seconds) => act(() => advance(seconds * 1000)) };
}

/** After so many everything is made, whatever was asked for. */
export const LONG_SECONDS = 600;

/** Seconds after which it is being made, and after which it is made, whatever a gateway of speed 1 draws. */
export function waitsOf(request: GenerationRequest): { running: number; made: number } {
  const wait = typicalSeconds(request);
  if (wait === undefined) throw new Error(`The catalog states no wait of ${request.model}: take a model of which it does.`);
  // The queue is at most 0.15 of the whole.
  return { running: (0.15 * wait.max + wait.min) / 2, made: wait.max };
}
