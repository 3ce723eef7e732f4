import type { TaskRecord } from '../../../core/records/task-store.js';
import { englishChain } from '../../../react/words/chain.js';
import type { MessageOverrides } from '../../../react/words/messages.js';
import { FamilyLine } from './FamilyLine.js';

/** What of the history was made of what. */
export interface Family {
  Line: typeof FamilyLine;
  /** What the keyboard can do. */
  keys: string;
  /** What it began with; `undefined` for what began with no result. */
  parent(task: TaskRecord): TaskRecord | 'gone' | undefined;
  /** What began with it, newest first. */
  children(task: TaskRecord): readonly TaskRecord[];
}

/** Storage may have anything there. */
function parentKey({ request }: TaskRecord): string | undefined {
  const key: unknown = request.parent?.outTaskId;
  return typeof key === 'string' ? key : undefined;
}

/** The same for the same relations, whatever else has changed in the tasks. */
export function relationsIn(tasks: readonly TaskRecord[]): string {
  const all = new Set(tasks.map(({ outTaskId }) => outTaskId));
  const relations = tasks.map((task) => {
    const key = parentKey(task);
    return key === undefined ? '' : `${task.outTaskId} ${key} ${all.has(key)}`;
  });
  return relations.filter(Boolean).join();
}

export function familyOf(tasks: readonly TaskRecord[], messages: MessageOverrides): Family {
  const byKey = new Map(tasks.map((task) => [task.outTaskId, task]));
  const children = new Map<string, TaskRecord[]>();
  for (const task of tasks) {
    const key = parentKey(task);
    if (key !== undefined) children.set(key, [...(children.get(key) ?? []), task]);
  }
  return {
    Line: FamilyLine,
    keys: messages.chain?.keys ?? englishChain.keys,
    parent: (task) => {
      const key = parentKey(task);
      return key === undefined ? undefined : (byKey.get(key) ?? 'gone');
    },
    children: ({ outTaskId }) => children.get(outTaskId) ?? NONE,
  };
}

const NONE: readonly TaskRecord[] = [];
