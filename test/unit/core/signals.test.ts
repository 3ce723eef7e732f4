import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { linked, whenAborted } from '../../../src/core/base/signals.js';
import { simulate } from '../../support/simulation.js';

describe.each([
  { where: 'where the platform links signals', isThere: true },
  { where: 'where it cannot', isThere: false },
])('an end that is linked to others, $where', ({ isThere }) => {
  beforeEach(() => {
    if (!isThere) vi.stubGlobal('AbortSignal', { any: undefined });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('comes with the first of them, and for its reason', () => {
    const [one, two] = [new AbortController(), new AbortController()];
    const { signal } = linked(one.signal, undefined, two.signal);
    expect(signal.aborted).toBe(false);
    two.abort('two');
    expect(signal.reason).toBe('two');
    one.abort('one');
    expect(signal.aborted).toBe(true);
  });

  it('has come already where one of them has', () => {
    expect(linked(new AbortController().signal, abortedFor('gone')).signal.reason).toBe('gone');
  });

  it('may come by itself, and ends none of them', () => {
    const other = new AbortController();
    const over = linked(other.signal);
    over.abort();
    expect(over.signal.reason).toMatchObject({ name: 'AbortError' });
    expect(other.signal.aborted).toBe(false);
  });

  it('is heard once, whichever comes after', () => {
    const other = new AbortController();
    const over = linked(other.signal);
    let heard = 0;
    over.signal.addEventListener('abort', () => heard++);
    over.abort();
    other.abort();
    expect(heard).toBe(1);
  });
});

it('is held by nothing where it was linked by hand, once it has come or is unlinked', () => {
  vi.stubGlobal('AbortSignal', { any: undefined });
  const other = new AbortController();
  const held = new Set<unknown>();
  const add = other.signal.addEventListener.bind(other.signal);
  vi.spyOn(other.signal, 'addEventListener').mockImplementation((name: string, hear: unknown, options?: unknown) => {
    held.add(hear);
    (options as { signal: AbortSignal }).signal.addEventListener('abort', () => held.delete(hear));
    add(name, hear as () => void, options as AddEventListenerOptions);
  });
  const [ended, unlinked] = [linked(other.signal), linked(other.signal)];
  expect(held.size).toBe(2);
  ended.abort();
  unlinked.unlink();
  expect(held.size).toBe(0);
  other.abort();
  expect(unlinked.signal.aborted).toBe(false);
  vi.unstubAllGlobals();
});

it('is waited for without a rejection', async () => {
  const controller = new AbortController();
  const waited = whenAborted(controller.signal);
  controller.abort(new Error('nobody hears this'));
  await expect(waited).resolves.toBeUndefined();
  await expect(whenAborted(controller.signal)).resolves.toBeUndefined();
});

function abortedFor(reason: unknown): AbortSignal {
  const controller = new AbortController();
  controller.abort(reason);
  return controller.signal;
}

it('of an app is not held by calls that were answered, where the platform cannot link it', async () => {
  vi.stubGlobal('AbortSignal', { any: undefined });
  onTestFinished(() => void vi.unstubAllGlobals());
  const { signal } = new AbortController();
  const held = () => getEventListeners(signal, 'abort').length;
  let meanwhile = 0;
  const { client, clock } = simulate({
    intercept() {
      meanwhile = held();
      return Response.json({ task_id: 't', status: 'queued' });
    },
  });
  const asked = client.tasks.query({ taskId: 't' }, { signal });
  await clock.advance(10);
  await asked;
  expect(meanwhile).toBeGreaterThan(0);
  expect(held()).toBe(0);
});
