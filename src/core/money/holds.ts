import type { Billed } from '../base/errors.js';
import { add } from '../base/money.js';
import { livePrice } from '../catalog/live-price.js';
import type { GenerationRequest } from '../catalog/requests.js';
import type { PendingImage } from '../images/under-way.js';
import { isTerminal } from '../outcome/status.js';
import { type SubmittedRecord, taskStore } from '../records/task-store.js';
import type { BalanceClient, Holds } from './balance-client.js';
import { attribute, type Hold } from './hold.js';

/** A record that nobody followed to its end is not held against anybody for longer than any task takes. */
const HOLD_MS = 60 * 60_000;

/**
 * Money that is spoken for. Some gateways set a task's price aside as soon as they accept it, some
 * take it at the end: which it is shows in whether a reading that comes with the acceptance is
 * lower by about the price. Until that is known the price is taken off here, so that what is shown
 * errs on the side of too little.
 */
export function createHolds(client: BalanceClient, changed: () => void): Holds {
  const { clock, live, pendingImages } = client;
  const store = taskStore(client);
  const holds = new Map<unknown, Hold>();
  let setsAside = false;

  function begin(id: unknown, request: GenerationRequest, isTask: boolean): Hold {
    const hold: Hold = { amount: livePrice(request, live.get())?.max, isTask, isAccepted: false, isTaken: undefined, hasEnded: false };
    holds.set(id, hold);
    return hold;
  }

  function followTask(record: SubmittedRecord): void {
    const { snapshot, outTaskId } = record;
    const hasEnded = snapshot !== undefined && isTerminal(snapshot.status);
    const isForgotten = clock.wallNow() - record.createdAt > HOLD_MS;
    const hold = holds.get(outTaskId) ?? (hasEnded || isForgotten ? undefined : begin(outTaskId, record.request, true));
    if (hold === undefined || snapshot === undefined) return;
    hold.isAccepted = true;
    hold.hasEnded = hasEnded;
    hold.amount = snapshot.cost.final ?? snapshot.cost.estimated ?? hold.amount;
    // Free, and the gateway never had it off: given back at once.
    if (hasEnded && snapshot.cost.billed === 'no' && hold.isTaken !== true) holds.delete(outTaskId);
  }

  function followImage(image: PendingImage): void {
    if (holds.has(image)) return;
    const hold = begin(image, image.request, false);
    const ended = (billed: Billed) => {
      // Given back, or off a reading that came with its answer.
      if (billed === 'no' || hold.isTaken) holds.delete(image);
      hold.hasEnded = true;
      changed();
    };
    image.billed.then(ended, () => ended('unknown'));
  }

  const sum = (which: (hold: Hold) => boolean) => add(...[...holds.values()].filter(which).map(({ amount }) => amount ?? 0));
  return {
    watch() {
      const stops = [store.subscribe(changed), pendingImages.subscribe(changed)];
      return () => stops.forEach((stop) => stop());
    },
    update(news) {
      const records = store.list();
      const kept = new Set<unknown>(records.map(({ outTaskId }) => outTaskId));
      for (const [id, { isTask }] of holds) if (isTask && !kept.has(id)) holds.delete(id);
      for (const record of records) followTask(record);
      for (const image of pendingImages.get()) followImage(image);
      if (news !== undefined) {
        setsAside = attribute(news, [...holds.values()], setsAside);
        // The reading is of after their end: what they cost is in it.
        for (const [id, { hasEnded }] of holds) if (hasEnded) holds.delete(id);
      }
      return [...holds.values()].filter(({ hasEnded }) => hasEnded).length;
    },
    total: () => sum(({ hasEnded }) => !hasEnded),
    notYetTaken: () => sum(({ isTaken }) => isTaken !== true),
  };
}
