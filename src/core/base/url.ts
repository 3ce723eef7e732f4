import { granted } from './granted.js';

/** `undefined` for what is no address. */
export function parseUrl(url: string, base?: string): URL | undefined {
  return granted(() => new URL(url, base));
}

/** Of an address as the platform has written it anew. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
