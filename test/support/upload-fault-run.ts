import { memoryUploads } from 'bytespike-react/server';
import type { Fault } from 'bytespike-react/testing';
// Loaded here, so that a client need not wait for it in simulated time.
import '../../src/core/uploads/uploads.js';
import type { VideoRun } from '../../src/core/places/runs.js';
import { createVideoRun } from '../../src/core/places/task-place.js';
import type { FaultOutcome } from './fault-run.js';
import { createMemoryStorage } from './memory-storage.js';
import { pngOf } from './png.js';
import { createRandom } from './random.js';
import { simulate } from './simulation.js';

const HOUR = 60 * 60_000;
/** More than there are faults in a way. */
const VISITS = 11;
const photo = await pngOf(8, 6);

/**
 * One person, one clip that begins with a photo, under faults between the page and our proxy: drops it, perhaps twice, perhaps
 * reloads the page at some moment and drops it again where nothing is there, and tries again hourly while it has failed.
 */
export async function runUploadUnderFaults({ seed, faults }: { seed: number; faults: readonly Fault[] }): Promise<FaultOutcome> {
  const random = createRandom(seed);
  const storage = createMemoryStorage();
  const names = new Set<string>();
  const begunWith: unknown[] = [];
  const memory = memoryUploads();
  const store: typeof memory = {
    ...memory,
    put(upload, bytes) {
      names.add(upload.name);
      memory.put(upload, bytes);
    },
  };
  const simulation = simulate({
    gateway: { seed },
    client: { storage, random },
    proxied: { faults, proxy: { uploads: { store, publicUrl: 'https://app.test/api/bytespike' }, fetch: (request: Request) => withoutPicture(request) } as never },
  });
  const { gateway, clock, reload } = simulation;

  /** What the gateway reads is looked at here: a film of it would be made beside this thread, in time that nobody moves. */
  async function withoutPicture(request: Request): Promise<Response> {
    if (!request.url.endsWith('/v1/tasks/submit')) return gateway.fetch(request);
    const { image_url: picture, ...rest } = (await request.json()) as Record<string, unknown>;
    begunWith.push(picture);
    return gateway.fetch(new Request(request.url, { method: 'POST', headers: request.headers, body: JSON.stringify(rest) }));
  }

  let client = simulation.client;
  let completions = 0;
  let leave = () => {};
  let run = open();
  let failed: unknown;

  function open(): VideoRun {
    const opened = createVideoRun(client, { persist: 'clip' });
    let last = opened.get().status;
    leave = opened.subscribe(() => {
      const { status } = opened.get();
      if (status === 'completed' && last !== 'completed') completions++;
      last = status;
    });
    opened.start();
    return opened;
  }

  const drop = async (): Promise<void> => {
    const page = run;
    failed = undefined;
    const uploaded = await client.upload(photo).catch((error: unknown) => void (page === run && (failed = error)));
    if (uploaded !== undefined && page === run) page.submit({ model: 'veo-3.1-fast', prompt: 'tide over black rocks', durationSeconds: 4, imageUrl: uploaded.url }).catch(() => {});
  };

  void drop();
  if (random() < 0.3) void drop();
  if (random() < 0.4) {
    await clock.advance(Math.floor(random() * 40_000));
    // The old page is gone with everything in it; what it sent is on its way.
    leave();
    completions = 0;
    client = reload();
    run = open();
    await clock.advance(1000);
    if (run.get().status === 'idle') void drop();
  }
  await clock.advance(HOUR);
  const waits = () => ['submitting', 'queued', 'running', 'cancelling'].includes(run.get().status) || (run.get().status === 'idle' && failed === undefined);
  const stuck = waits();
  for (let visit = 0; visit < VISITS && run.get().status !== 'completed'; visit++) {
    const { status, cost } = run.get();
    if (status === 'unknown') void run.check().catch(() => {});
    else if (cost.billed === 'no') void drop();
    await clock.advance(HOUR);
  }
  const { status, assets } = run.get();
  const billed = gateway.ledger.charges.length;
  gateway.dispose();
  const hasPicture = begunWith.every((address) => typeof address === 'string' && address.startsWith('https://app.test/api/bytespike/uploads/'));
  return {
    doubleBilled: billed > 1,
    lost: (billed > 0 && (status !== 'completed' || assets.length === 0)) || !hasPicture,
    stuck,
    // The same photo is one file, however often it was sent.
    duplicateCompletion: completions > 1 || names.size > 1,
    status,
  };
}
