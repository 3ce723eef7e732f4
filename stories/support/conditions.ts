import type { ClientOptions } from 'bytespike-react';
import { expect, waitFor } from 'storybook/test';
import { createHeldClock, type HeldClock } from './held-clock.js';

/**
 * What a story does to the simulation and no person can: no time passes in it by itself, so that
 * a state lasts and its figures are the same each time, and its network can be taken away.
 */
export interface Conditions {
  /**
   * For one gateway and its clients; they end with `leave`.
   * @param asked whether something was ordered of it
   */
  join(asked: () => boolean): Joined;
  /** Lets the seconds pass for which it was made, once what is ordered has arrived: on a slow line, what orders it may still be loading. */
  wait(): Promise<void>;
  loseNetwork(): void;
}

export interface Joined {
  clock: HeldClock;
  environment: NonNullable<ClientOptions['environment']>;
  leave(): void;
}

/** @param seconds how long the story waits in all: it begins that long ago, so that after it the time is now */
export function createConditions(seconds: number): Conditions {
  const joined = new Map<Joined, { goOffline: () => void; asked: () => boolean }>();
  return {
    join(asked) {
      const { environment, goOffline } = createEnvironment();
      const one: Joined = { clock: createHeldClock(Date.now() - seconds * 1000), environment, leave: () => void joined.delete(one) };
      joined.set(one, { goOffline, asked });
      return one;
    },
    async wait() {
      await waitFor(() => expect([...joined.values()].some(({ asked }) => asked())).toBe(true));
      await Promise.all([...joined.keys()].map(({ clock }) => clock.advance(seconds * 1000)));
    },
    loseNetwork() {
      for (const { goOffline } of joined.values()) goOffline();
    },
  };
}

/** A page of its own: shown, with no other tabs, and online until it is said otherwise. */
function createEnvironment(): { environment: NonNullable<ClientOptions['environment']>; goOffline: () => void } {
  const listeners = new Set<() => void>();
  let isOnline = true;
  return {
    environment: {
      isOnline: () => isOnline,
      isHidden: () => false,
      onWake: () => () => {},
      onOffline(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    goOffline() {
      isOnline = false;
      for (const listener of [...listeners]) listener();
    },
  };
}
