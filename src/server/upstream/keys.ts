import { invalidConfig } from '../base/invalid-config.js';
import { Refusal } from '../base/refusal.js';
import type { Logger } from '../calls/report.js';
import type { Endpoint } from '../calls/routes.js';

type Maybe<T> = T | Promise<T>;

/**
 * Exactly one of the two. Whatever they return never leaves this server except to the gateway.
 *
 * A key that is not there (`undefined` or empty) breaks no build: the proxy warns when it is made,
 * and refuses each call with 500 `missing_api_key`, with what is missing in the log.
 */
export type KeySource =
  | { apiKey: string | undefined | (() => Maybe<string | undefined>); keyFor?: undefined }
  | {
      apiKey?: undefined;
      /**
       * A key reaches one routing group, so an app that spans families holds several.
       * `model` is undefined for calls that name none: reading, following and cancelling a task.
       */
      keyFor: (model: string | undefined, endpoint: Endpoint) => Maybe<string | undefined>;
    };

export interface KeyRing {
  /** The key for one call. @throws Refusal 500 `missing_api_key` where there is none; without a word of what the source said */
  keyFor(model: string | undefined, endpoint: Endpoint): Promise<string>;
}

export function createKeyRing({ logger = console, ...source }: KeySource & { logger?: Pick<Logger, 'warn'> | undefined }): KeyRing {
  const read = reader(source);
  const lacking = lackingKey(source);
  if (lacking !== undefined) {
    logger.warn(
      `bytespike: createProxy has no key, since \`apiKey\` is ${lacking}, and refuses every call with \`missing_api_key\`. A build needs none; on the server that answers, set the variable that it is read from.`,
    );
  }
  return {
    async keyFor(model, endpoint) {
      // What a secret store throws may quote the secret, so only the kind of failure is told.
      const key = await Promise.resolve()
        .then(() => read(model, endpoint))
        .catch((error: unknown) => noKey(`threw ${error instanceof Error ? error.name : typeof error}`));
      if (isKey(key)) return key;
      if (key === undefined || key === null || key === '') throw missingKey(whose(source, model, key));
      return noKey('returned no usable key');
    },
  };
}

/** How a key that is no function is missing: a build without secrets has it so, and must not break. */
export function lackingKey({ apiKey, keyFor }: KeySource): 'undefined' | 'empty' | undefined {
  if (keyFor !== undefined || (apiKey !== undefined && apiKey !== '')) return undefined;
  return apiKey === '' ? 'empty' : 'undefined';
}

function whose(source: KeySource, model: string | undefined, key: unknown): string {
  const said = key === '' ? 'an empty text' : String(key);
  if (source.keyFor !== undefined) return `\`keyFor\` returned ${said} for ${model ?? 'a call without a model'}`;
  if (typeof source.apiKey === 'function') return `\`apiKey\` returned ${said}`;
  return `\`apiKey\` is ${lackingKey(source)}`;
}

function reader(source: KeySource): (model: string | undefined, endpoint: Endpoint) => unknown {
  const { apiKey, keyFor } = source;
  // A variable that is not set is another thing than an option that nobody wrote.
  if ('apiKey' in source ? apiKey !== undefined && keyFor !== undefined : keyFor === undefined) {
    throw invalidConfig(
      'apiKey',
      'createProxy needs exactly one of `apiKey` and `keyFor`: the gateway lets nobody in without a key. Pass apiKey: process.env.BYTESPIKE_API_KEY.',
    );
  }
  if (keyFor !== undefined) return keyFor;
  if (typeof apiKey === 'function') return apiKey;
  if (isKey(apiKey) || apiKey === undefined || apiKey === '') return () => apiKey;
  throw invalidConfig(
    'apiKey',
    'createProxy cannot use this `apiKey`: a key is one line of visible ASCII. Look for a line break or quotes that were copied with it.',
  );
}

/**
 * A key with a line break would be quoted in full by the error that `Headers` throws; one with a
 * quote or a backslash would look different inside of JSON, where it is searched for.
 */
function isKey(key: unknown): key is string {
  return typeof key === 'string' && /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(key);
}

function missingKey(reason: string): Refusal {
  return new Refusal({
    status: 500,
    code: 'missing_api_key',
    message: 'The server has no key for the gateway, so nothing was sent. Whoever runs it finds in its log which one is missing.',
    reason: `No key: ${reason}. Set the variable that it is read from, for example BYTESPIKE_API_KEY, and start the server anew.`,
  });
}

function noKey(reason: string): never {
  throw new Refusal({
    status: 500,
    code: 'internal_error',
    message: 'The server could not get its key for this call, so nothing was sent. Whoever runs it finds the reason in its log.',
    reason: `The source of the key ${reason}.`,
  });
}
