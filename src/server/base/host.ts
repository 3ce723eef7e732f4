import { isLoopback } from '../../core/base/url.js';

/** With `_`, which names of services have within Docker Compose and Kubernetes, and names of the internet have not. */
const HOST = /^([\w.-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?$/;
/** A name of 253 letters and a port. */
const LONGEST = 260;

/** Whether it can stand in an address as its host, its port included, and brings nothing else along. */
export function isHost(text: string): boolean {
  return text.length <= LONGEST && HOST.test(text);
}

/** Loopback, or every address that a machine has: names by which a server listens, and no site is known. */
export function isLocal(hostname: string): boolean {
  return isLoopback(hostname) || hostname === '0.0.0.0' || hostname === '[::]';
}
