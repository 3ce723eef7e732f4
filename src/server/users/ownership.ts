import { digest, encode, fromBase64Url, toBase64Url } from '../base/bytes.js';
import { isId } from '../base/ids.js';
import type { Signer } from '../base/signature.js';

/** A task as the gateway knows it. */
export interface OwnedTask {
  taskId: string;
  /** Which key reaches it follows from its model; there only where keys differ by model. */
  model?: string | undefined;
}

/**
 * Whose task it is, without a record: the id that the browser gets is the gateway's with a
 * signature over it and its user, so that nobody else's session can use it.
 */
export interface Ownership {
  seal(userId: string, task: OwnedTask): Promise<string>;
  /** `undefined` for an id that this user was not given. */
  open(userId: string, publicId: string): Promise<OwnedTask | undefined>;
}

const PURPOSE = 'task';

export function createOwnership(signer: Signer): Ownership {
  return {
    async seal(userId, { taskId, model }) {
      const payload = toBase64Url(encode(model === undefined ? taskId : `${taskId}\n${model}`));
      return `${payload}.${await signer.sign([PURPOSE, userId, payload])}`;
    },
    async open(userId, publicId) {
      const [payload = '', signature = '', ...more] = publicId.split('.');
      if (more.length > 0 || !(await signer.verify([PURPOSE, userId, payload], signature))) return undefined;
      const [taskId, model] = new TextDecoder().decode(fromBase64Url(payload)).split('\n');
      return isId(taskId) ? { taskId, model } : undefined;
    },
  };
}

const NAMESPACE_LENGTH = 22;

/**
 * What stands before each key of a user's at the gateway, so that two users who choose the same
 * key name two tasks. From the id alone and not from a secret: after a secret was changed, a
 * submit that is repeated must still be known as the same.
 */
export async function namespaceOf(userId: string): Promise<string> {
  const known = namespaces.get(userId);
  if (known !== undefined) return known;
  const namespace = `${(await digest('user', userId)).slice(0, NAMESPACE_LENGTH)}.`;
  if (namespaces.size >= MOST_NAMESPACES) namespaces.clear();
  namespaces.set(userId, namespace);
  return namespace;
}

/** Asked for several times in a call, and each digest is a trip to another thread. */
const namespaces = new Map<string, string>();
const MOST_NAMESPACES = 10_000;
