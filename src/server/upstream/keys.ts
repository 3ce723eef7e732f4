import type { BytespikeError } from '../../core/base/errors.js';
import { invalidConfig } from '../base/invalid-config.js';
import { Refusal } from '../base/refusal.js';
import type { Logger } from '../calls/report.js';
import type { Endpoint } from '../calls/routes.js';

type Maybe<T> = T | Promise<T>;

/** A key, and what it is for: a key reaches the models of one routing group. */
export interface KeyGroup {
  /** As the option `apiKey` of a proxy with one key. */
  apiKey: string | undefined | (() => Maybe<string | undefined>);
  /**
   * The models that this key is for.
   * @default all that the others do not name; of several such keys the one whose `/v1/models` has it, which is read once an hour
   */
  models?: readonly string[] | undefined;
}

/**
 * Exactly one of the three. Whatever they return never leaves this server except to the gateway.
 *
 * A key that is not there (`undefined` or empty) breaks no build: the proxy warns when it is made,
 * and refuses each call with 500 `missing_api_key`, with what is missing in the log.
 */
export type KeySource =
  | { apiKey: string | undefined | (() => Maybe<string | undefined>); keyFor?: undefined; keys?: undefined }
  | {
      apiKey?: undefined;
      /**
       * A key reaches one routing group, so an app that spans families holds several.
       * `model` is undefined for calls that name none: reading, following and cancelling a task.
       */
      keyFor: (model: string | undefined, endpoint: Endpoint) => Maybe<string | undefined>;
      keys?: undefined;
    }
  | {
      apiKey?: undefined;
      keyFor?: undefined;
      /** The same by routing group, each under a name of your own, which refusals and the log call it by. What names no model goes with the first. */
      keys: Readonly<Record<string, KeyGroup>>;
    };

/** Where there is one key, or a function that chooses it. */
type OneKey = Exclude<KeySource, { keys: object }>;

export interface KeyRing {
  /** The key for one call. @throws Refusal 500 `missing_api_key` where there is none; without a word of what the source said */
  keyFor(model: string | undefined, endpoint: Endpoint): Promise<Key>;
  /** Each of several keys of one account; absent where there is one, or where only the app knows them. */
  every?(): readonly NamedKey[];
}

export interface NamedKey {
  name: string;
  /** @throws Refusal 500 `missing_api_key` */
  key(): Promise<Key>;
}

export interface Key {
  value: string;
  /** What it is called, where keys have names. */
  name?: string;
}

/** @param name by which the option is called, of several keys */
export function createKeyRing({ logger = console, ...source }: OneKey & { logger?: Pick<Logger, 'warn'> | undefined }, name = 'apiKey'): KeyRing {
  const read = reader(source);
  const lacking = lackingKey(source);
  if (lacking !== undefined) {
    logger.warn(
      `bytespike: createProxy has no key, since \`${name}\` is ${lacking}, and refuses every call with \`missing_api_key\` that needs it. A build needs none; on the server that answers, set the variable that it is read from.`,
    );
  }
  return {
    async keyFor(model, endpoint) {
      // What a secret store throws may quote the secret, so only the kind of failure is told.
      const key = await Promise.resolve()
        .then(() => read(model, endpoint))
        .catch((error: unknown) => noKey(`threw ${error instanceof Error ? error.name : typeof error}`));
      if (isKey(key)) return { value: key };
      if (key === undefined || key === null || key === '') throw missingKey(whose(source, model, key, name));
      return noKey('returned no usable key');
    },
  };
}

/** How a key that is no function is missing: a build without secrets has it so, and must not break. */
export function lackingKey({ apiKey, keyFor, keys }: KeySource): 'undefined' | 'empty' | undefined {
  if (keyFor !== undefined || keys !== undefined || (apiKey !== undefined && apiKey !== '')) return undefined;
  return apiKey === '' ? 'empty' : 'undefined';
}

function whose(source: OneKey, model: string | undefined, key: unknown, name: string): string {
  const said = key === '' ? 'an empty text' : String(key);
  if (source.keyFor !== undefined) return `\`keyFor\` returned ${said} for ${model ?? 'a call without a model'}`;
  if (typeof source.apiKey === 'function') return `\`${name}\` returned ${said}`;
  return `\`${name}\` is ${lackingKey(source)}`;
}

function reader(source: OneKey): (model: string | undefined, endpoint: Endpoint) => unknown {
  const { apiKey, keyFor } = source;
  // A variable that is not set is another thing than an option that nobody wrote.
  if ('apiKey' in source ? apiKey !== undefined && keyFor !== undefined : keyFor === undefined) {
    throw severalSources();
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

/** Of none, or of more than one. */
export function severalSources(): BytespikeError {
  return invalidConfig(
    'apiKey',
    'createProxy needs exactly one of `apiKey`, `keyFor` and `keys`: the gateway lets nobody in without a key. Pass apiKey: process.env.BYTESPIKE_API_KEY.',
  );
}
