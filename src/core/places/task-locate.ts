import { pageEnvironment } from '../base/environment.js';
import { createPart } from '../base/part.js';
import type { TaskJourney, TaskPlace } from './task-journey.js';

/** Most submits are answered. */
const finding = createPart(pageEnvironment(), () => import('./find-task.js'));

/** Shows what another tab put into the slot, or learned of what is in it. */
export function look(place: TaskPlace): void {
  const { phase, key, taskId } = place.get();
  if (place.slot === undefined || phase === 'new' || phase === 'sending') return;
  const id = place.slot.get();
  if (id === undefined) {
    if (key !== undefined) place.begin({ type: 'emptied' });
    return;
  }
  const record = place.store.get(id);
  const isNews = id === key ? taskId === undefined && record?.taskId !== undefined : record !== undefined;
  // Its outcome is in the state; nobody awaits this promise.
  if (isNews) locate(place, id, 'submitting').catch(() => {});
}

/**
 * Finds a task by either of its ids, shows it, and says its task id. A submit that was never
 * answered is looked for; nothing is known of it, or that another tab waits for it.
 */
export async function locate(place: TaskPlace, id: string, unanswered: 'unknown' | 'submitting' = 'unknown'): Promise<{ journey: TaskJourney; taskId: string }> {
  const { client, store, slot, cache } = place;
  const record = store.get(id) ?? store.findByTaskId(id);
  const snapshot = record?.snapshot ?? cache?.get(id);
  // A task id is proof that it was accepted. What is not remembered is named by its own.
  const taskId = snapshot?.taskId ?? (record === undefined ? id : record.taskId);
  const journey = place.begin({ type: 'sought', record, taskId, status: taskId === undefined ? unanswered : 'queued', snapshot });
  if (record !== undefined) slot?.set(record.outTaskId);
  if (record === undefined || taskId !== undefined) return { journey, taskId: taskId ?? id };
  try {
    const { findSubmit } = await finding.load();
    const found = await findSubmit(client, record.outTaskId, unanswered === 'submitting', journey.signal);
    return { journey, taskId: place.read(journey, found).taskId };
  } catch (error) {
    place.fail(journey, { type: 'lost' }, error);
    throw error;
  }
}
