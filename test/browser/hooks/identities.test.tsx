import { act, renderHook, waitFor } from '@testing-library/react';
import { createClient } from 'bytespike-react';
import { createSimulatedGateway } from 'bytespike-react/testing';
import { useEffect } from 'react';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { appWith, flavours } from '../../support/flavours.js';
import { pngOf } from '../../support/png.js';

// An effect names what it calls among its dependencies, as the linter of React asks. It is run anew by
// an action that is another one, and an action that generates is paid for.

const picture = { model: 'seedream-v5lite', prompt: 'a kettle' } as const;
const clip = { model: 'veo-3.1-fast', prompt: 'tide', durationSeconds: 4 } as const;

let met = 0;

/** How many functions were called `generate`; of the first render, which React does twice to find faults, the second counts. */
const named = (seen: readonly { generate: unknown }[]): number => new Set(seen.slice(1).map(({ generate }) => generate)).size;

describe.each(flavours)('actions of hooks on $name', (flavour) => {
  const { hooks } = flavour;
  beforeEach(() => localStorage.clear());

  function open<Result extends object>(useHook: () => Result) {
    const gateway = createSimulatedGateway({ speed: 200 });
    onTestFinished(() => gateway.dispose());
    // Tasks of another gateway may have the same ids.
    const client = createClient({ scope: `visitor ${++met}`, baseUrl: gateway.baseUrl, fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` } });
    const seen: Result[] = [];
    renderHook(
      () => {
        const result = useHook();
        seen.push(result);
      },
      { wrapper: appWith(flavour, client) },
    );
    return { gateway, seen };
  }

  /** Generates as soon as it is there. */
  function useOnce<Request>(place: { status: string; generate(request: Request): Promise<unknown> }, request: Request) {
    const { generate, status } = place;
    useEffect(() => void generate(request), [generate, request]);
    return { generate, status };
  }

  it.each([
    ['a clip', () => useOnce(hooks.useVideoTask(), clip), 'completed'],
    ['an image', () => useOnce(hooks.useImageGeneration({ via: 'sync' }), picture), 'success'],
    ['an image via a task', () => useOnce(hooks.useImageGeneration({ via: 'task' }), picture), 'success'],
  ] as const)('an effect that generates %s does so once', async (_, usePlace, end) => {
    const { gateway, seen } = open<{ generate: unknown; status: string }>(usePlace);
    await waitFor(() => expect(seen.at(-1)?.status).toBe(end));
    expect(gateway.ledger.charges).toHaveLength(1);
    expect(named(seen)).toBe(1);
  });

  it('stay as they are while all else changes', async () => {
    const image = await pngOf(8, 8);
    const { seen } = open(() => ({
      video: hooks.useVideoTask(),
      image: hooks.useImageGeneration(),
      edit: hooks.useImageEdit(),
      balance: hooks.useBalance(),
      models: hooks.useModels(),
      usage: hooks.useUsage(),
      tasks: hooks.useTasks(),
    }));
    await waitFor(() => expect([seen.at(-1)?.models.source, seen.at(-1)?.usage.status, seen.at(-1)?.balance.status]).toEqual(['live', 'success', 'success']));
    const [first] = seen.splice(0, seen.length - 1);
    await act(async () => {
      await Promise.all([first!.video.generate(clip), first!.image.generate(picture), first!.edit.generate({ model: 'gpt-image-2', prompt: 'dusk', image })]);
    });
    const last = seen.at(-1)!;
    expect([last.video.status, last.image.status, last.edit.status, last.tasks.tasks.length]).toEqual(['completed', 'success', 'success', 3]);
    for (const name of ['video', 'image', 'edit', 'balance', 'models', 'usage', 'tasks'] as const) {
      // What says whether the money is enough changes with the money.
      const actions = Object.entries(last[name]).filter(([key, value]) => typeof value === 'function' && !['canAfford', 'shortfall'].includes(key));
      expect(actions.length, name).toBeGreaterThan(0);
      const before = new Map<string, unknown>(Object.entries(first![name]));
      for (const [key, action] of actions) expect(before.get(key), `${name}.${key}`).toBe(action);
    }
  });
});
