import type { Clock } from '../base/clock.js';
import { BytespikeError } from '../base/errors.js';
import type { ClientInternals } from '../client/internals.js';
import type { TaskSnapshot } from '../outcome/snapshot.js';
import { taskStore } from '../records/task-store.js';
import type { TaskCache, VideoRun, VideoRunOptions } from './runs.js';
import { sharedPlace } from './shared-place.js';
import { openTaskPlace, type TaskPlace } from './task-journey.js';
import { locate, look } from './task-locate.js';
import { advance, newRun, type TaskRun } from './task-phase.js';
import { end, submit } from './task-submit.js';

export function createVideoRun(client: ClientInternals, options: VideoRunOptions, cache?: TaskCache): VideoRun {
  const create = () => createVideoPlace(client, options, cache);
  return options.persist === undefined || options.taskId !== undefined ? create() : sharedPlace(client, `video ${options.persist}`, create);
}

/**
 * What one place of an interface shows: the video that was submitted last, or that an earlier page,
 * or another tab, put into its slot.
 */
export function createVideoPlace(client: ClientInternals, { taskId, persist }: VideoRunOptions, cache: TaskCache | undefined): VideoRun {
  const store = taskStore(client);
  const slot = persist === undefined ? undefined : store.slot(persist);
  const initial = prefetched(taskId === undefined ? undefined : cache?.get(taskId), client.clock);
  const place: TaskPlace = openTaskPlace(client, {
    store,
    slot,
    cache,
    initial,
    check: () => check(place),
    look: taskId === undefined && slot !== undefined ? () => look(place) : undefined,
  });
  return {
    get: () => place.get().shown,
    initial: () => initial.shown,
    subscribe: place.subscribe,
    start() {
      const leave = client.prepare('tasks');
      const { phase } = place.get();
      place.tell(place.current(), { type: 'looked' });
      if (phase !== 'new' && (phase !== 'empty' || taskId !== undefined)) return leave;
      const id = taskId ?? slot?.get();
      // What was never written down was never sent, and what was removed is not to be shown.
      const isShown = id !== undefined && (taskId !== undefined || store.get(id) !== undefined);
      // Its outcome is in the state; nobody awaits this promise.
      if (isShown) locate(place, id).catch(() => {});
      return leave;
    },
    submit: (request, key = client.createId()) => submit(place, request, key),
    cancel: () => cancel(place),
    async resume(id) {
      const found = await locate(place, id);
      return end(place, found.journey, found.taskId);
    },
    check: () => check(place),
    reset() {
      place.begin({ type: 'emptied' });
      slot?.set(undefined);
    },
  };
}

/** Before the browser was looked at: nothing, or the task as it was prefetched. Nothing asks for no time: a page that is rendered when it is built has none. */
function prefetched(snapshot: TaskSnapshot | undefined, clock: Clock): TaskRun {
  const found = { type: 'sought', record: undefined, taskId: snapshot?.taskId, status: 'queued', snapshot } as const;
  return snapshot === undefined ? newRun() : newRun(advance(newRun(), found, clock.wallNow()).shown);
}

async function check(place: TaskPlace): Promise<TaskSnapshot | undefined> {
  const journey = place.current();
  const name = nameOf(place.get());
  return name && place.read(journey, await place.client.tasks.query(name));
}

async function cancel(place: TaskPlace): Promise<TaskSnapshot> {
  const journey = place.current();
  const run = place.get();
  const name = nameOf(run);
  if (name === undefined) throw nothingToCancel();
  place.tell(journey, { type: 'cancelling' });
  try {
    // A submit on its way has no id to cancel by: it is cancelled as soon as it has one.
    const accepted = run.phase === 'sending' ? await journey.sent?.accepted : undefined;
    return place.read(journey, await place.client.tasks.cancel(accepted === undefined ? name : { taskId: accepted.taskId }));
  } catch (error) {
    place.fail(journey, { type: 'notCancelled', status: run.shown.status }, error);
    throw error;
  }
}

function nameOf({ taskId, key }: TaskRun): { taskId: string } | { outTaskId: string } | undefined {
  if (taskId !== undefined) return { taskId };
  return key === undefined ? undefined : { outTaskId: key };
}

function nothingToCancel(): BytespikeError {
  return new BytespikeError({
    code: 'task_not_found',
    message: 'There is no task to cancel here. Submit one first, or resume one by its id.',
  });
}
