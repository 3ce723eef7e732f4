import type { TaskRecord } from '../../../core/records/task-store.js';
import { englishChain } from '../../../react/words/chain.js';
import type { MessageOverrides } from '../../../react/words/messages.js';
import { FamilyLine } from './FamilyLine.js';

/** What of the history was made of what. */
export interface Family {
  Line: typeof FamilyLine;
  /** What the keyboard can do. */
  keys: string;
  /** What it began with; `undefined` for what began with no result, and for a result that is not here any more. */
  parent(task: TaskRecord): TaskRecord | undefined;
  /** What began with it, newest first. */
  children(task: TaskRecord): readonly TaskRecord[];
}

/** The same for the same relations, whatever else has changed in the tasks. */
export function relationsIn(tasks: readonly TaskRecord[]): string {
  const all = new Set(tasks.map(({ outTaskId }) => outTaskId));
  return tasks.flatMap(({ outTaskId, request: { parent } }) => (parent === undefined ? [] : [`${outTaskId} ${parent.outTaskId} ${all.has(parent.outTaskId)}`])).join();
}

export function familyOf(tasks: readonly TaskRecord[], messages: MessageOverrides): Family {
  const byKey = new Map(tasks.map((task) => [task.outTaskId, task]));
  const children = new Map<string, TaskRecord[]>();
  for (const task of tasks) {
    const key = task.request.parent?.outTaskId;
    if (key !== undefined) children.set(key, [...(children.get(key) ?? []), task]);
  }
  return {
    Line: FamilyLine,
    keys: messages.chain?.keys ?? englishChain.keys,
    parent: ({ request }) => byKey.get(request.parent?.outTaskId ?? ''),
    children: ({ outTaskId }) => children.get(outTaskId) ?? NONE,
  };
}

const NONE: readonly TaskRecord[] = [];
