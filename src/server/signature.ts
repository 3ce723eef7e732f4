import { encode, fromBase64Url, toBase64Url } from './bytes.js';
import { createHmac } from './hmac.js';
import { invalidConfig } from './invalid-config.js';

const SHORTEST_SECRET = 32;

/** Signs what is handed to browsers, so that it can be believed when it comes back. */
export interface Signer {
  /** `parts` stay apart from each other; the first says what the signature is for. */
  sign(parts: readonly string[]): Promise<string>;
  verify(parts: readonly string[], signature: string): Promise<boolean>;
}

/** The first secret signs; the others, of older days, are still believed. */
export function createSigner(secrets: readonly string[]): Signer {
  const keys = secrets.map(createHmac);
  const [newest = createHmac('')] = keys;
  return {
    sign: async (parts) => toBase64Url(await newest.sign(message(parts))),
    async verify(parts, signature) {
      const bytes = fromBase64Url(signature);
      if (bytes === undefined) return false;
      for (const key of keys) if (await key.verify(message(parts), bytes)) return true;
      return false;
    },
  };
}

/**
 * Where the secrets come from: the option; else the key, of which a signature tells nothing and
 * which all instances share; else chance, which a restart forgets.
 */
export function readSecrets(secret: unknown, apiKey: unknown): { secrets: readonly string[]; lasting: boolean } {
  if (secret === undefined) {
    if (typeof apiKey === 'string') return { secrets: [`bytespike-react ${apiKey}`], lasting: true };
    return { secrets: [toBase64Url(crypto.getRandomValues(new Uint8Array(32)))], lasting: false };
  }
  const secrets: unknown[] = Array.isArray(secret) ? secret : [secret];
  const usable = secrets.filter((each): each is string => typeof each === 'string' && each.length >= SHORTEST_SECRET);
  if (usable.length > 0 && usable.length === secrets.length) return { secrets: usable, lasting: true };
  throw invalidConfig(
    'secret',
    `createProxy cannot sign with this \`secret\`: each one must have at least ${SHORTEST_SECRET} characters. Make one with: openssl rand -hex 32`,
  );
}

function message(parts: readonly string[]): Uint8Array<ArrayBuffer> {
  return encode(JSON.stringify(parts));
}
