import { act, screen, waitFor } from '@testing-library/react';
import { createClient, taskStore } from 'bytespike-react';
import { createSimulatedGateway, type SimulatedGateway } from 'bytespike-react/testing';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { internals } from '../../../src/core/client/internals.js';
import { imageStore } from '../../../src/core/records/image-store.js';
import { appWith, flavours } from '../../support/flavours.js';

describe.each(flavours)('rendered on a server, on $name', (flavour) => {
  let gateway: SimulatedGateway;
  beforeEach(() => {
    sessionStorage.clear();
    gateway = createSimulatedGateway({ speed: 20 });
  });
  afterEach(() => gateway.dispose());

  it('looks at no storage, no network, no clock and no chance, and hydrates without a word', async () => {
    const client = createClient({ baseUrl: gateway.baseUrl, fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` } });
    const { useBalance, useCostEstimate, useImageGeneration, useModelRecommendation, useModels, useTasks, useVideoTask } = flavour.hooks;
    const App = appWith(flavour, client);
    function Page() {
      const video = useVideoTask({ persist: 'hero' });
      const { estimate } = useCostEstimate({ model: 'veo-3.1-fast', prompt: 'tide', durationSeconds: 4 });
      const choice = useModelRecommendation({ kind: 'image', prompt: 'A sign that says "OPEN"' });
      return (
        <>
          <p>{`${video.status} ${useImageGeneration({ persist: 'cover' }).status} ${useTasks().tasks.length}`}</p>
          <p>{`${useBalance().status} ${estimate?.max} ${choice.status} ${choice.model} ${useModels().source}`}</p>
        </>
      );
    }
    const page = (
      <App>
        <Page />
      </App>
    );
    // A task that only the browser knows of.
    const { outTaskId } = await client.tasks.submit({ model: 'veo-3.1-fast', prompt: '[queue]', durationSeconds: 4 });
    taskStore(client).slot('hero').set(outTaskId);
    // And an image.
    const picture = { kind: 'image', url: 'https://assets.example/tide.png' } as const;
    imageStore(internals(client)).put({
      version: 1,
      outTaskId: 'bs_1',
      via: 'sync',
      request: { model: 'seedream-v5lite', prompt: 'tide' },
      createdAt: Date.now(),
      snapshot: { status: 'completed', assets: [picture], cost: { billed: 'yes' } },
    });
    taskStore(client).slot('cover').set('bs_1');
    const before = gateway.requests.length;
    // Next.js builds no page, with Cache Components, of which the time or chance is a part.
    const looked = [vi.spyOn(Storage.prototype, 'getItem'), vi.spyOn(Math, 'random'), vi.spyOn(crypto, 'getRandomValues'), vi.spyOn(Date, 'now')];
    const html = renderToString(page);
    expect(looked.map((spy) => spy.mock.calls.length)).toEqual([0, 0, 0, 0]);
    for (const spy of looked) spy.mockRestore();
    expect(html).toContain('idle idle 0');
    expect(html).toContain('pending 0.21 loading undefined built-in');
    expect(gateway.requests).toHaveLength(before);

    const container = document.body.appendChild(document.createElement('div'));
    container.innerHTML = html;
    const complaints: unknown[] = [];
    const root = await act(async () => hydrateRoot(container, page, { onRecoverableError: (error) => complaints.push(error) }));
    onTestFinished(() => {
      act(() => root.unmount());
      container.remove();
    });
    expect(complaints).toEqual([]);
    await waitFor(() => expect(screen.getByText('queued success 2')).toBeTruthy());
    await waitFor(() => expect(screen.getByText('success 0.21 ready nano-banana-v2 live')).toBeTruthy());
  });
});
