// A canvas on the simulated gateway in this page, and a person before it.
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { type Client, createClient } from 'bytespike-react';
import { createSimulatedGateway, type SimulatedGateway, type SimulatedGatewayOptions } from 'bytespike-react/testing';
import { expect, onTestFinished } from 'vitest';
import { systemClock } from '../../../src/core/base/clock.js';
import { DOUBLE_CLICK_MS } from '../../../src/core/places/wish.js';
import { createMemoryStorage } from '../../support/memory-storage.js';

interface World {
  gateway: SimulatedGateway;
  /** What was sent to be drawn. */
  bodies: { messages: unknown[] }[];
  /** As after a reload: nothing remains but what was stored. */
  open(): Client;
  /** What is pressed after this is no second half of a double click, however quick the answer was. */
  takeAMoment(): void;
}

export function rig(options: SimulatedGatewayOptions = {}): World {
  const gateway = createSimulatedGateway({ speed: 1000, ...options });
  onTestFinished(() => gateway.dispose());
  const storage = createMemoryStorage();
  let later = 0;
  const clock = { ...systemClock, now: () => systemClock.now() + later };
  const bodies: World['bodies'] = [];
  const fetch = async (request: Request): Promise<Response> => {
    if (request.method === 'POST') bodies.push((await request.clone().json()) as { messages: unknown[] });
    return gateway.fetch(request);
  };
  return {
    gateway,
    bodies,
    open: () => createClient({ baseUrl: gateway.baseUrl, clock, fetch, headers: { authorization: `Bearer ${gateway.apiKey}` }, storage, scope: 'ann' }),
    takeAMoment: () => void (later += DOUBLE_CLICK_MS),
  };
}

export const field = () => screen.findByRole<HTMLTextAreaElement>('textbox');
export const button = (name: string | RegExp) => screen.getByRole('button', { name });
export const press = (name: string | RegExp) => userEvent.click(button(name));
export const turns = () => screen.queryAllByRole('listitem').filter((item) => item.classList.contains('bs-canvas-turn'));
/** Each turn in a line: what was said, and how it stands. */
export const line = () => turns().map((turn) => `${turn.querySelector('.bs-canvas-prompt')!.textContent}: ${turn.dataset['status']}`);
export const stands = (...lines: readonly string[]) => waitFor(() => expect(line()).toEqual(lines));

export async function say(words: string): Promise<void> {
  const prompt = await field();
  await userEvent.clear(prompt);
  // Square brackets are keys to who types.
  await userEvent.type(prompt, words.replaceAll('[', '[['));
  await press(/^Send/);
}

/** What live regions say from now on: another text in one that was there, and an alert as soon as it is. */
export function listen(): string[] {
  const heard: string[] = [];
  const known = new Map<Element, string>();
  const look = (isNews: boolean) => {
    for (const region of document.querySelectorAll('[role=status], [role=alert]')) {
      const text = region.textContent ?? '';
      const isSpoken = known.has(region) || region.role === 'alert';
      if (isNews && isSpoken && text !== '' && text !== known.get(region)) heard.push(text);
      known.set(region, text);
    }
  };
  look(false);
  const changes = new MutationObserver(() => look(true));
  changes.observe(document.body, { subtree: true, childList: true, characterData: true });
  onTestFinished(() => changes.disconnect());
  return heard;
}
