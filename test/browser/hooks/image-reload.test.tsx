import { act, renderHook, waitFor } from '@testing-library/react';
import { type Client, createClient } from 'bytespike-react';
import { createSimulatedGateway, type SimulatedGateway } from 'bytespike-react/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appWith, flavours } from '../../support/flavours.js';
import { type HeldTime, holdTime, waitsOf } from '../../support/held-time.js';

const request = { model: 'seedream-v5lite', prompt: 'a kettle left of a mug' } as const;
const { made } = waitsOf(request);

/** A way to the gateway on which answers are kept under their key, as our proxy does. */
function keeping(gateway: SimulatedGateway): (request: Request) => Promise<Response> {
  const kept = new Map<string, Promise<Response>>();
  return async (incoming) => {
    const key = incoming.headers.get('idempotency-key');
    const answer = (key !== null && kept.get(key)) || gateway.fetch(incoming);
    if (key !== null) kept.set(key, answer);
    const { status, headers } = await answer;
    const body = await (await answer).clone().text();
    return new Response(body, { status, headers: { ...Object.fromEntries(headers), 'x-bytespike-offers': 'image-idempotency' } });
  };
}

describe.each(flavours)('images after a reload, on $name', (flavour) => {
  let gateway: SimulatedGateway;
  let fetch: (request: Request) => Promise<Response>;
  const { useImageGeneration, useTasks } = flavour.hooks;

  beforeEach(() => {
    sessionStorage.clear();
    gateway = createSimulatedGateway({ speed: 50 });
    fetch = gateway.fetch;
  });
  afterEach(() => gateway.dispose());

  /** From now on the gateway's time passes only when the test says so. */
  function hold(): HeldTime['pass'] {
    gateway.dispose();
    const { clock, pass } = holdTime();
    gateway = createSimulatedGateway({ clock });
    fetch = gateway.fetch;
    return pass;
  }

  const connect = (): Client =>
    createClient({ baseUrl: gateway.baseUrl, fetch: (incoming) => fetch(incoming), headers: { authorization: `Bearer ${gateway.apiKey}` } });
  /** The app on a page of its own: over the same storage it is the same page loaded anew. */
  function visit(via?: 'sync' | 'task') {
    const use = () => ({ image: useImageGeneration({ via, persist: 'cover' }), history: useTasks() });
    return renderHook(use, { wrapper: appWith(flavour, connect()) });
  }
  const images = () => gateway.requests.filter(({ path }) => path.startsWith('/v1/images'));

  /** A page that was closed before its answer came, though the gateway had it. */
  async function closedHalfWay(isKept: boolean): Promise<void> {
    const pass = hold();
    if (isKept) fetch = keeping(gateway);
    const { result, unmount } = visit();
    act(() => void result.current.image.generate(request));
    await waitFor(() => expect(images()).toHaveLength(1));
    const left = Object.entries(sessionStorage);
    await pass(made);
    await waitFor(() => expect(result.current.image.status).toBe('success'));
    unmount();
    sessionStorage.clear();
    for (const [key, text] of left) sessionStorage.setItem(key, text as string);
  }

  it('shows what was finished, and asks for nothing', async () => {
    const first = visit();
    await act(() => first.result.current.image.generate(request));
    const { images: made, cost } = first.result.current.image;
    first.unmount();
    const arrived = gateway.requests.length;
    const { result } = visit();
    await waitFor(() => expect(result.current.image.status).toBe('success'));
    expect(result.current.image).toMatchObject({ images: JSON.parse(JSON.stringify(made)), cost, request });
    expect(result.current.history.tasks).toMatchObject([{ via: 'sync', snapshot: { status: 'completed', cost } }]);
    expect(gateway.requests).toHaveLength(arrived);
  });

  it('finds what was under way where the proxy keeps answers, billed once', async () => {
    await closedHalfWay(true);
    const kept = fetch;
    let answer = () => {};
    const asked = new Promise<void>((resolve) => (answer = resolve));
    fetch = async (incoming) => (await asked, kept(incoming));
    const { result } = visit();
    await waitFor(() => expect(result.current.image.status).toBe('pending'));
    expect(result.current.image.request).toEqual(request);
    answer();
    await waitFor(() => expect(result.current.image).toMatchObject({ status: 'success', images: [{ kind: 'image' }] }));
    await waitFor(() => expect(result.current.history.tasks).toMatchObject([{ snapshot: { status: 'completed' } }]));
    // How long it took is one fact, from the click on the page before.
    const { submittedAt, endedAt: completedAt } = result.current.image.progress;
    expect(submittedAt).toBe(result.current.history.tasks[0]?.createdAt);
    expect(result.current.history.tasks).toMatchObject([{ snapshot: { submittedAt, completedAt } }]);
    expect(gateway.ledger.charges).toHaveLength(1);
  });

  it('calls it unknown where nothing keeps answers, and never sends it again', async () => {
    await closedHalfWay(false);
    const { result } = visit();
    await waitFor(() => expect(result.current.image.status).toBe('unknown'));
    expect(result.current.image).toMatchObject({ cost: { billed: 'unknown' }, error: { code: 'outcome_unknown', billed: 'unknown' } });
    await waitFor(() => expect(result.current.history.tasks).toMatchObject([{ snapshot: { status: 'unknown' } }]));
    expect(images()).toHaveLength(1);
  });

  it('waits for another tab that waits for it', async () => {
    const pass = hold();
    const first = visit();
    act(() => void first.result.current.image.generate(request));
    await waitFor(() => expect(images()).toHaveLength(1));
    const second = visit();
    await waitFor(() => expect(second.result.current.image.status).toBe('pending'));
    await pass(made);
    await waitFor(() => expect(second.result.current.image.status).toBe('success'));
    expect(second.result.current.image.images).toEqual(JSON.parse(JSON.stringify(first.result.current.image.images)));
    expect(images()).toHaveLength(1);
  });

  it('follows images of a task as a video is followed', async () => {
    const first = visit('task');
    act(() => void first.result.current.image.generate({ ...request, prompt: '[queue] tide' }));
    await waitFor(() => expect(first.result.current.history.tasks[0]?.taskId).toBeDefined());
    first.unmount();
    const { result } = visit('task');
    await waitFor(() => expect(result.current.image).toMatchObject({ status: 'pending', via: 'task', request: { prompt: '[queue] tide' } }));
    await act(() => result.current.image.cancel());
    await waitFor(() => expect(result.current.image).toMatchObject({ status: 'error', error: { code: 'task_cancelled' } }));
    expect(gateway.ledger.charges).toEqual([]);
  });

  it('leaves nothing in its place after a reset, and nothing in the history once removed', async () => {
    const first = visit();
    await act(() => first.result.current.image.generate(request));
    act(() => first.result.current.image.reset());
    expect(first.result.current.image.status).toBe('idle');
    first.unmount();
    const { result } = visit();
    await waitFor(() => expect(result.current.history.tasks).toHaveLength(1));
    expect(result.current.image.status).toBe('idle');
    act(() => result.current.history.remove(result.current.history.tasks[0]!.outTaskId));
    await waitFor(() => expect(result.current.history.tasks).toEqual([]));
    expect(Object.keys(sessionStorage)).toEqual([]);
  });
});
