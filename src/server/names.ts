import { isId } from './ids.js';
import { namespaceOf, type OwnedTask, type Ownership } from './ownership.js';
import { Refusal } from './refusal.js';

/** The tasks of one request under both of their names: the user's, and the gateway's. */
export interface TaskNames {
  readonly userId: string;
  /** The gateway's id. @throws Refusal 404 when this user was not given it */
  taskUp(publicId: string): Promise<OwnedTask>;
  /** The key as the gateway gets it. */
  outUp(outTaskId: string): Promise<string>;
  /** An answer or event of the gateway's with every task in it named as its user knows it. */
  down(value: unknown, model: string | undefined): Promise<unknown>;
  /** A text of the gateway's without the names that it has for the tasks of this request. */
  hide(text: string): string;
}

/** A shorter name is found in ordinary words, and tells nothing. */
const SHORTEST_HIDDEN = 8;

export function createTaskNames(ownership: Ownership, userId: string): TaskNames {
  const known = new Map<string, string>();

  async function sealed(taskId: string, model: string | undefined): Promise<string> {
    const publicId = known.get(taskId) ?? (await ownership.seal(userId, { taskId, model }));
    known.set(taskId, publicId);
    return publicId;
  }

  async function keyDown(outTaskId: string): Promise<string | undefined> {
    const namespace = await namespaceOf(userId);
    return outTaskId.startsWith(namespace) ? outTaskId.slice(namespace.length) : undefined;
  }

  async function down(value: unknown, model: string | undefined): Promise<unknown> {
    if (Array.isArray(value)) return Promise.all(value.map((entry) => down(entry, model)));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(async ([name, field]) => {
      // A name that could not come back, or is not this user's, is left out.
      if (name === 'task_id') return [name, isId(field) ? await sealed(field, model) : undefined];
      if (name === 'out_task_id') return [name, typeof field === 'string' ? await keyDown(field) : undefined];
      return [name, await down(field, model)];
    });
    return Object.fromEntries(await Promise.all(entries));
  }

  return {
    userId,
    async taskUp(publicId) {
      const task = await ownership.open(userId, publicId);
      if (task === undefined) throw noSuchTask();
      known.set(task.taskId, publicId);
      return task;
    },
    async outUp(outTaskId) {
      const name = (await namespaceOf(userId)) + outTaskId;
      known.set(name, outTaskId);
      return name;
    },
    down,
    hide(text) {
      const names = [...known].filter(([name]) => name.length >= SHORTEST_HIDDEN);
      return names.reduce((clean, [name, publicName]) => clean.replaceAll(name, publicName), text);
    },
  };
}

/** The same for a task of another user as for one that never was. */
function noSuchTask(): Refusal {
  return new Refusal({
    status: 404,
    code: 'task_not_found',
    message: 'There is no such task of this user. Check the id, and that the same user is signed in.',
    reason: 'Not a task of this user, or signed with another secret.',
  });
}
