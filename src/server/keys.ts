import { invalidConfig } from './invalid-config.js';
import type { KeySource } from './options.js';
import { Refusal } from './refusal.js';
import type { Endpoint } from './routes.js';

export interface KeyRing {
  /** The key for one call. @throws Refusal 500, without a word of what the source said */
  keyFor(model: string | undefined, endpoint: Endpoint): Promise<string>;
}

export function createKeyRing(source: KeySource): KeyRing {
  const read = reader(source);
  return {
    async keyFor(model, endpoint) {
      // What a secret store throws may quote the secret, so only the kind of failure is told.
      const key = await Promise.resolve()
        .then(() => read(model, endpoint))
        .catch((error: unknown) => noKey(`threw ${error instanceof Error ? error.name : typeof error}`));
      return isKey(key) ? key : noKey('returned no usable key');
    },
  };
}

function reader({ apiKey, keyFor }: KeySource): (model: string | undefined, endpoint: Endpoint) => unknown {
  if ((apiKey === undefined) === (keyFor === undefined)) {
    throw invalidConfig(
      'apiKey',
      'createProxy needs exactly one of `apiKey` and `keyFor`: the gateway lets nobody in without a key. Pass apiKey: process.env.BYTESPIKE_API_KEY, and check that it is set.',
    );
  }
  if (keyFor !== undefined) return keyFor;
  if (typeof apiKey === 'function') return apiKey;
  if (isKey(apiKey)) return () => apiKey;
  throw invalidConfig(
    'apiKey',
    'createProxy cannot use this `apiKey`: a key is one line of visible ASCII. Look for an empty variable, a line break or quotes that were copied with it.',
  );
}

/**
 * A key with a line break would be quoted in full by the error that `Headers` throws; one with a
 * quote or a backslash would look different inside of JSON, where it is searched for.
 */
function isKey(key: unknown): key is string {
  return typeof key === 'string' && /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(key);
}

function noKey(reason: string): never {
  throw new Refusal({
    status: 500,
    code: 'internal_error',
    message: 'The server could not get its key for this call, so nothing was sent. Whoever runs it finds the reason in its log.',
    reason: `The source of the key ${reason}.`,
  });
}
