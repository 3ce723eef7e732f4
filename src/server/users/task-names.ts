import { isId } from '../base/ids.js';
import { Refusal } from '../base/refusal.js';
import { namespaceOf, type OwnedTask, type Ownership } from './ownership.js';

/** The tasks of one request under both of their names: the user's, and the gateway's. */
export interface TaskNames {
  readonly userId: string;
  /** The gateway's id. @throws Refusal 404 when this user was not given it */
  toGatewayTask(publicId: string): Promise<OwnedTask>;
  /** The key as the gateway gets it. */
  toGatewayName(outTaskId: string): Promise<string>;
  /** An answer or event of the gateway's with every task in it named as its user knows it. */
  toClient(value: unknown, model: string | undefined): Promise<unknown>;
  /** Words of the gateway's without the names that it has for the tasks of this request. Addresses in them stay as they are. */
  hide(words: string): string;
}

/** A shorter name is found in ordinary words, and tells nothing. */
const SHORTEST_HIDDEN = 8;
/** Of one answer; each costs a signature. A reading is of one task. */
const MOST_NAMES = 20;

export function createTaskNames(ownership: Ownership, userId: string): TaskNames {
  const known = new Map<string, string>();

  /** Makes the user's name of each task in it, so that all of them can be written at once. */
  async function learn(value: unknown, model: string | undefined): Promise<void> {
    const found = new Set<string>();
    collect(value, found);
    for (const taskId of found) {
      if (!known.has(taskId) && known.size < MOST_NAMES) known.set(taskId, await ownership.seal(userId, { taskId, model }));
    }
  }

  function written(value: unknown, namespace: string): unknown {
    if (typeof value === 'string') return isProse(value) ? hidden(value, known) : (known.get(value) ?? value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((entry) => written(entry, namespace));
    const renamed: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(value)) {
      // A name that could not come back, or is not this user's, is left out.
      if (name === 'task_id') renamed[name] = known.get(field as string); // What is no text is not among them.
      else if (name === 'out_task_id') renamed[name] = typeof field === 'string' && field.startsWith(namespace) ? field.slice(namespace.length) : undefined;
      // As JSON it would be a field; assigned it would be something else.
      else if (name !== '__proto__') renamed[name] = written(field, namespace);
    }
    return renamed;
  }

  return {
    userId,
    async toGatewayTask(publicId) {
      const task = await ownership.open(userId, publicId);
      if (task === undefined) throw noSuchTask();
      known.set(task.taskId, publicId);
      return task;
    },
    async toGatewayName(outTaskId) {
      const name = (await namespaceOf(userId)) + outTaskId;
      known.set(name, outTaskId);
      return name;
    },
    async toClient(value, model) {
      await learn(value, model);
      return written(value, await namespaceOf(userId));
    },
    hide: (words) => hidden(words, known),
  };
}

/** What has no blank in it is a value, of which nothing but the whole may be a name; so is an address, whatever is in it. */
function isProse(text: string): boolean {
  return text.length <= LONGEST_PROSE && text.includes(' ') && !ADDRESS.test(text);
}

/** What is longer is no message. */
const LONGEST_PROSE = 16 * 1024;
const ADDRESS = /^\s*([a-z][a-z\d+.-]*:\/\/|data:|blob:|[./?#])/i;

/** Names that stand by themselves. A word with a slash is an address, and leads nowhere once it is changed; so does a file's name. */
function hidden(text: string, known: ReadonlyMap<string, string>): string {
  const names = [...known].filter(([name]) => name.length >= SHORTEST_HIDDEN && text.includes(name));
  const clean = (word: string, name: string, publicName: string) => (word.includes('/') ? word : word.replace(alone(name), publicName));
  return names.reduce((so, [name, publicName]) => so.replace(/[^\s/]\S*/g, (word) => clean(word, name, publicName)), text);
}

function alone(name: string): RegExp {
  return new RegExp(`(?<![\\w-])${name.replaceAll('.', '\\.')}(?![\\w-]|\\.\\w)`, 'g');
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, field] of Object.entries(value)) {
    if (name === 'task_id') {
      if (isId(field)) found.add(field);
    } else collect(field, found);
  }
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
