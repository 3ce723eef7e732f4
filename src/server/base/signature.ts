import { encode, fromBase64Url, toBase64Url } from './bytes.js';
import { createHmac, type Hmac } from './hmac.js';
import { invalidConfig } from './invalid-config.js';

const SHORTEST_SECRET = 32;

/** Signs what is handed to browsers, so that it can be believed when it comes back. */
export interface Signer {
  /** `parts` stay apart from each other; the first says what the signature is for. */
  sign(parts: readonly string[]): Promise<string>;
  verify(parts: readonly string[], signature: string): Promise<boolean>;
}

/**
 * The first secret signs; the others, of older days, are still believed. Without any, chance makes
 * one, at first use: an edge runtime has none while a module is loaded.
 */
export function createSigner(secrets: readonly string[] | undefined): Signer {
  let made: readonly Hmac[] | undefined;
  const keys = () => (made ??= (secrets ?? [toBase64Url(crypto.getRandomValues(new Uint8Array(SHORTEST_SECRET)))]).map(createHmac));
  return {
    async sign(parts) {
      const [newest = createHmac('')] = keys();
      return toBase64Url(await newest.sign(message(parts)));
    },
    async verify(parts, signature) {
      const bytes = fromBase64Url(signature);
      if (bytes === undefined) return false;
      for (const key of keys()) if (await key.verify(message(parts), bytes)) return true;
      return false;
    },
  };
}

/**
 * Where the secrets come from: the option; else the key, of which a signature tells nothing and
 * which all instances share; else none, which leaves it to chance.
 */
export function readSecrets(secret: unknown, apiKey: unknown): readonly string[] | undefined {
  if (secret === undefined || secret === '') return typeof apiKey === 'string' && apiKey !== '' ? [`bytespike-react ${apiKey}`] : undefined;
  const secrets: unknown[] = Array.isArray(secret) ? secret : [secret];
  const usable = secrets.filter((each): each is string => typeof each === 'string' && each.length >= SHORTEST_SECRET && each.trim() !== '');
  if (usable.length > 0 && usable.length === secrets.length) return usable;
  throw invalidConfig(
    'secret',
    `createProxy cannot sign with this \`secret\`: each one must have at least ${SHORTEST_SECRET} characters. Make one with: openssl rand -hex 32`,
  );
}

function message(parts: readonly string[]): Uint8Array<ArrayBuffer> {
  return encode(JSON.stringify(parts));
}
