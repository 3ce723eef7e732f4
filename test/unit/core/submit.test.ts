import { BytespikeError, type BytespikeErrorCode, type TaskSnapshot } from 'bytespike-react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createTaskStore } from '../../../src/core/records/task-store.js';
import { type SubmitContext, submitOnce } from '../../../src/core/tasks/submit.js';
import { createManualClock, type ManualClock } from '../../support/manual-clock.js';
import { createMemoryStorage } from '../../support/memory-storage.js';

const request = { model: 'veo-3.1-fast', prompt: 'tide' };
const accepted: TaskSnapshot = { taskId: 't1', status: 'queued', assets: [], cost: { billed: 'no' } };
const lost = () => new BytespikeError({ code: 'network_error', message: 'gone', billed: 'unknown', retryable: true });
const refused = (code: BytespikeErrorCode, status: number, retryable = false) =>
  new BytespikeError({ code, message: code, status, retryable });

let clock: ManualClock;
let send: ReturnType<typeof vi.fn<SubmitContext['send']>>;
let find: ReturnType<typeof vi.fn<SubmitContext['find']>>;
let store: SubmitContext['store'];
let online: boolean;

beforeEach(() => {
  clock = createManualClock();
  send = vi.fn<SubmitContext['send']>();
  find = vi.fn<SubmitContext['find']>();
  store = createTaskStore({ storage: null, scope: 'test' });
  online = true;
});

async function submit(): Promise<TaskSnapshot | BytespikeError> {
  const context = { store, createdAt: clock.wallNow(), clock, random: () => 0.5, isOnline: () => online, send, find };
  const result = submitOnce(context, request, 'bs_1').catch((error: BytespikeError) => error);
  await clock.advance(120_000);
  return result;
}

describe('submitting once', () => {
  it('writes the record before the request leaves', async () => {
    send.mockImplementation(async (_request, outTaskId) => {
      expect(store.get(outTaskId)).toEqual({ version: 1, outTaskId: 'bs_1', request, createdAt: clock.wallNow() });
      return accepted;
    });
    expect(await submit()).toBe(accepted);
  });

  it('writes the record down as every release reads it', async () => {
    const storage = createMemoryStorage();
    store = createTaskStore({ storage, scope: 'test' });
    send.mockResolvedValue(accepted);
    await submit();
    expect([...storage.entries.values()].map((text) => JSON.parse(text) as unknown)).toEqual([{ version: 1, outTaskId: 'bs_1', request, createdAt: expect.any(Number) }]);
  });

  it('looks a lost submit up, and does not send it again when it is there', async () => {
    send.mockRejectedValue(lost());
    find.mockResolvedValue(accepted);
    expect(await submit()).toBe(accepted);
    expect([send.mock.calls.length, find.mock.calls.length]).toEqual([1, 1]);
  });

  it('says of a fault of its own what that is, and keeps the record: it may have left', async () => {
    const fault = new TypeError('nobody foresaw this');
    send.mockRejectedValue(fault);
    expect(await submit()).toBe(fault);
    expect(store.get('bs_1')).toBeDefined();
    expect(find).not.toHaveBeenCalled();
  });

  it('sends again under the same key when the gateway does not know it', async () => {
    send.mockRejectedValueOnce(lost()).mockResolvedValue(accepted);
    find.mockResolvedValue('absent');
    expect(await submit()).toBe(accepted);
    expect(send.mock.calls.map(([, outTaskId]) => outTaskId)).toEqual(['bs_1', 'bs_1']);
  });

  it('never sends again to a gateway that does not know such keys', async () => {
    send.mockRejectedValue(lost());
    find.mockResolvedValue('unsupported');
    expect(await submit()).toMatchObject({ code: 'outcome_unknown', billed: 'unknown' });
    expect(send).toHaveBeenCalledTimes(1);
    expect(store.get('bs_1')).toBeDefined();
  });

  it('gives up after four attempts, and keeps the record for a later look', async () => {
    send.mockRejectedValue(lost());
    find.mockResolvedValue('absent');
    expect(await submit()).toMatchObject({ code: 'outcome_unknown' });
    expect(send).toHaveBeenCalledTimes(4);
    expect(store.get('bs_1')).toBeDefined();
  });

  it('does not call a refusal final when an earlier attempt may have been accepted', async () => {
    send.mockRejectedValueOnce(lost()).mockRejectedValue(refused('insufficient_balance', 402));
    find.mockResolvedValueOnce('absent').mockResolvedValue(accepted);
    expect(await submit()).toBe(accepted);
  });

  it.each([400, 401, 402, 403, 404, 409, 413, 451])('sends once on %d, and forgets it', async (status) => {
    send.mockRejectedValue(refused('invalid_param', status));
    expect(await submit()).toMatchObject({ status });
    expect(send).toHaveBeenCalledTimes(1);
    expect(store.get('bs_1')).toBeUndefined();
  });

  it('waits as long as it is told', async () => {
    const sentAt: number[] = [];
    send.mockImplementation(async () => {
      sentAt.push(clock.now());
      if (sentAt.length > 1) return accepted;
      const retryAt = clock.wallNow() + 7000;
      throw new BytespikeError({ code: 'rate_limit_exceeded', message: 'wait', retryable: true, retryAt });
    });
    await submit();
    expect(sentAt[1]).toBeGreaterThanOrEqual(7000);
  });

  it('asks nothing of a gateway that wants silence, not even for the last moment of it', async () => {
    const silent = (ms: number) => new BytespikeError({ code: 'network_error', message: 'gone', billed: 'unknown', retryAt: clock.wallNow() + ms });
    for (const ms of [5000, 1]) {
      send.mockRejectedValue(silent(ms));
      expect(await submit()).toMatchObject({ code: 'outcome_unknown' });
    }
    expect(find).not.toHaveBeenCalled();
    send.mockRejectedValue(silent(0));
    find.mockResolvedValue(accepted);
    expect(await submit()).toBe(accepted);
  });

  it('refuses at once when offline, and remembers nothing', async () => {
    online = false;
    expect(await submit()).toMatchObject({ code: 'offline', billed: 'no' });
    expect(send).not.toHaveBeenCalled();
    expect(store.list()).toEqual([]);
  });
});
