import { createProxy, type ProxyStore } from 'bytespike-react/server';
import { createMemoryStore } from '../../src/server/store/memory-store.js';
import { dearestReading, fieldsIn } from './lenient-gateway.js';
import { type NearMiss, nearMiss } from './near-misses.js';
import { createRandom } from './random.js';

export interface NearMissCount {
  sent: number;
  /** Went up to the gateway. */
  passed: number;
  /** The dearest reading of what went up is above what was set aside, or above the cap. */
  dearer: { path: string; up: unknown; reserved: number; dearest: number }[];
  /** Refused without a word of ours on what to do. */
  unclear: unknown[];
}

const MAX_COST = 0.9;
const micros = (usd: number) => Math.round(usd * 1e6);

/** Near-misses through the proxy, under caps and under a limit on spend, to a gateway that bills the dearest of all readings. */
export async function runNearMisses(count: number, seed: number): Promise<NearMissCount> {
  const random = createRandom(seed);
  const tally: NearMissCount = { sent: 0, passed: 0, dearer: [], unclear: [] };
  let reserved: number | undefined;
  let up: { found: Awaited<ReturnType<typeof fieldsIn>> } | undefined;
  const memory = createMemoryStore();
  const store: ProxyStore = {
    ...memory,
    reserve(reservation) {
      reserved = reservation.amount;
      return Promise.resolve({ ok: true });
    },
  };
  const options = {
    apiKey: 'sk-near-miss',
    authorize: () => ({ userId: 'ann' }),
    store,
    async fetch(request: Request) {
      up = { found: await fieldsIn(request) };
      return Response.json({ error: { code: 'invalid_param', type: 'x', message: 'x' } }, { status: 400 });
    },
  };
  const spend = { usd: 1e6, perSeconds: 60 };
  const capped = createProxy({ ...options, caps: { n: 2, size: '2048x2048', durationSeconds: 8, maxCost: MAX_COST }, limits: { spend } });
  const counted = createProxy({ ...options, limits: { spend } });

  async function throwOne({ path, body }: NearMiss, isCapped: boolean): Promise<void> {
    reserved = undefined;
    up = undefined;
    const headers = { 'sec-fetch-site': 'same-origin', ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}) };
    const answer = await (isCapped ? capped : counted)(new Request(`https://app.test/api/bytespike${path}`, { method: 'POST', headers, body }));
    tally.sent++;
    if (up === undefined) {
      const { error } = (await answer.json()) as { error: { code?: string; message: string } };
      if (answer.status !== 400 || error.code !== 'invalid_param' || error.message.length < 20) tally.unclear.push({ path, status: answer.status, error });
      return;
    }
    tally.passed++;
    const { found } = up as NonNullable<typeof up>;
    const dearest = micros(dearestReading(found));
    const held = reserved ?? 0;
    if (dearest > held || (isCapped && dearest > micros(MAX_COST))) tally.dearer.push({ path, up: found, reserved: held, dearest });
  }

  while (tally.sent < count) await throwOne(nearMiss(random), tally.sent % 2 === 0);
  return tally;
}
