import { isBytespikeError } from '../base/errors.js';
import type { VideoRequest } from '../catalog/requests.js';
import type { TaskSnapshot } from '../outcome/snapshot.js';
import type { VideoTaskStatus } from './states.js';
import type { TaskJourney, TaskPlace } from './task-journey.js';
import { look } from './task-locate.js';
import { compareWish, type WishOutcome } from './wish.js';

/** @param key the idempotency key: made once for each time that the user asks */
export function submit(place: TaskPlace, request: VideoRequest, key: string): Promise<TaskSnapshot> {
  const { asked, shown } = place.get();
  const { sent } = place.current();
  const at = place.client.clock.now();
  if (asked !== undefined && sent !== undefined && compareWish({ ...asked, outcome: outcomeOf(shown.status) }, request, at) === 'same') return sent.ended;
  const journey = place.begin({ type: 'submitted', request, key, at });
  const accepted = send(place, journey, request, key);
  const ended = accepted.then(({ taskId }) => end(place, journey, taskId));
  journey.sent = { accepted, ended };
  return ended;
}

function outcomeOf(status: VideoTaskStatus): WishOutcome {
  if (status === 'submitting') return 'pending';
  return status === 'cancelled' || status === 'completed' ? 'over' : 'answered';
}

async function send(place: TaskPlace, journey: TaskJourney, request: VideoRequest, key: string): Promise<TaskSnapshot> {
  const { slot } = place;
  slot?.set(key);
  try {
    return place.read(journey, await place.client.tasks.submit(request, { outTaskId: key }));
  } catch (error) {
    place.fail(journey, { type: isBytespikeError(error) && error.billed === 'unknown' ? 'lost' : 'refused' }, error);
    // Nothing exists under its key.
    if (!journey.signal.aborted && place.get().phase === 'refused' && slot?.get() === key) slot.set(undefined);
    throw error;
  } finally {
    // What another tab put there meanwhile.
    if (!journey.signal.aborted) look(place);
  }
}

/** The task's end, whether or not somebody looks. */
export async function end(place: TaskPlace, journey: TaskJourney, taskId: string): Promise<TaskSnapshot> {
  try {
    return await place.client.tasks.follow({ taskId });
  } catch (error) {
    place.fail(journey, { type: 'lost' }, error);
    throw error;
  }
}
