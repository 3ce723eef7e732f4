import { encode } from './bytes.js';

/** HMAC-SHA-256 under one secret. */
export interface Hmac {
  sign(message: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
  /** In constant time. */
  verify(message: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>): Promise<boolean>;
}

export function createHmac(secret: string): Hmac {
  return nodeHmac(secret) ?? webHmac(secret);
}

/**
 * Web Crypto sends each signature to another thread and back, which costs more than all else that a
 * call needs. Where Node's own crypto is at hand it signs in place; nothing is imported for it, so
 * that this also runs where there is no Node.
 */
function nodeHmac(secret: string): Hmac | undefined {
  const crypto = typeof process === 'undefined' ? undefined : process.getBuiltinModule?.('node:crypto');
  if (crypto === undefined) return undefined;
  const key = crypto.createSecretKey(encode(secret));
  const sign = (message: Uint8Array) => new Uint8Array(crypto.createHmac('sha256', key).update(message).digest());
  return {
    sign: async (message) => sign(message),
    async verify(message, signature) {
      const wanted = sign(message);
      return signature.length === wanted.length && crypto.timingSafeEqual(signature, wanted);
    },
  };
}

/** The platform compares in constant time. */
export function webHmac(secret: string): Hmac {
  let importing: Promise<CryptoKey> | undefined;
  // Not made before it is used: an edge runtime allows no work while a module is loaded.
  const key = () => (importing ??= crypto.subtle.importKey('raw', encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']));
  return {
    sign: async (message) => new Uint8Array(await crypto.subtle.sign('HMAC', await key(), message)),
    verify: async (message, signature) => crypto.subtle.verify('HMAC', await key(), signature, message),
  };
}
