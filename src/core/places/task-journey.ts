import { pageEnvironment } from '../base/environment.js';
import { isBytespikeError } from '../base/errors.js';
import { createPart, whenLoaded } from '../base/part.js';
import type { ClientInternals } from '../client/internals.js';
import type { TaskSnapshot } from '../outcome/snapshot.js';
import type { TaskStore } from '../records/task-store.js';
import { usualWait } from '../records/usual-wait.js';
import { createJourneys, type Journey, type Journeys } from './journey.js';
import type { TaskCache } from './runs.js';
import { advance, openTask, type TaskBeginning, type TaskFailed, type TaskNews, type TaskRun } from './task-phase.js';
import type { VideoTaskState } from './states.js';
import type { Upkeep } from './upkeep.js';

/** Nothing has to be kept up before there is a link that dies, or an end that nobody knows. */
const upkeeping = createPart(pageEnvironment(), () => import('./upkeep.js'));

/** What was submitted in a journey: its acceptance, and its end. */
interface Sent {
  sent: { accepted: Promise<TaskSnapshot>; ended: Promise<TaskSnapshot> };
}

export type TaskJourney = Journey<Sent>;

/** What the actions of one place have in common. */
export interface TaskPlace extends Pick<Journeys<TaskRun, TaskBeginning, TaskNews, Sent>, 'get' | 'subscribe' | 'current'> {
  client: ClientInternals;
  store: TaskStore;
  slot: ReturnType<TaskStore['slot']> | undefined;
  cache: TaskCache | undefined;
  begin(event: TaskBeginning): TaskJourney;
  tell(journey: TaskJourney, event: TaskNews): void;
  fail(journey: TaskJourney, event: TaskFailed, error: unknown): void;
  /** Shows an answer to a call of this place. Returns it. */
  read(journey: TaskJourney, snapshot: TaskSnapshot): TaskSnapshot;
}

interface TaskPlaceOptions extends Pick<TaskPlace, 'store' | 'slot' | 'cache'> {
  initial: TaskRun;
  /** One look at the task. */
  check: () => Promise<unknown>;
  /** Called while somebody looks at the place, whenever a record or a slot has changed. */
  look: (() => void) | undefined;
}

/** While somebody looks at the place, its task is followed, and what it needs from time to time is done. */
export function openTaskPlace(client: ClientInternals, { initial, check, look, ...parts }: TaskPlaceOptions): TaskPlace {
  const { store, cache } = parts;
  const { tasks, clock } = client;
  let upkeep: Upkeep | undefined;
  let leave = () => {};
  const journeys = createJourneys<TaskRun, TaskBeginning, TaskNews, Sent>(initial, (run, event) => advance(run, event, clock.wallNow()), attend);
  const { get, subscribe, current } = journeys;

  function keepUp(shown: VideoTaskState): void {
    leave();
    if (upkeep === undefined && shown.status !== 'unknown' && shown.assets.every(({ expiresAt }) => expiresAt === undefined)) return;
    leave = whenLoaded(upkeeping, clock, ({ createUpkeep }) => {
      upkeep ??= createUpkeep(client, check);
      upkeep.plan(shown);
    });
  }

  function attend(): () => void {
    const run = get();
    const journey = current();
    const taskId = openTask(run);
    // The look that goes on is enough.
    if (run.phase !== 'seeking') keepUp(run.shown);
    let isLate = true;
    const unfollow = taskId === undefined ? undefined : tasks.watch(taskId, (news) => tell(journey, { type: 'heard', isLate, ...news }));
    isLate = false;
    const unlook = look && store.subscribe(look);
    return () => {
      unfollow?.();
      unlook?.();
      leave();
      upkeep?.stop();
    };
  }

  function remember({ snapshot }: { snapshot?: TaskSnapshot | undefined }): void {
    if (snapshot !== undefined && snapshot !== cache?.get(snapshot.taskId)) cache?.set(snapshot);
  }

  function tell(journey: TaskJourney, event: TaskNews): void {
    const isReading = event.type === 'heard' || event.type === 'read';
    if (!journeys.tell(journey, event, isReading ? client.batch : undefined)) return;
    if (isReading) remember(event);
    if (event.type === 'read') journeys.attend();
    else if ((isReading || event.type === 'lost') && journeys.isWatched()) keepUp(get().shown);
  }

  return {
    ...parts,
    client,
    get,
    subscribe,
    current,
    tell,
    begin(event) {
      const journey = journeys.begin(event);
      if (event.type === 'sought') remember(event);
      const { request } = get().shown;
      // Without it the wait is shown as unknown.
      if (request !== undefined) usualWait(client, request).then((seconds) => tell(journey, { type: 'expected', seconds }), () => {});
      return journey;
    },
    fail(journey, event, error) {
      if (isBytespikeError(error)) tell(journey, { ...event, error });
    },
    read(journey, snapshot) {
      tell(journey, { type: 'read', snapshot });
      return snapshot;
    },
  };
}
