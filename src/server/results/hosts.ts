import { parseUrl } from '../../core/base/url.js';
import { invalidConfig } from '../base/invalid-config.js';

/** Names alone: an address of numbers, a name without a dot or one of a network at home is none of a CDN's. */
const HOST = /^(\*\.[a-z0-9-]+\.|([a-z0-9-]+\.)+)[a-z0-9.-]*[a-z]$/;
const PRIVATE = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa)$/;

export type MayFetch = (url: string) => boolean;

/** Whether results may be fetched from an address: `https:`, on its usual port, on one of these hosts. */
export function readHosts(hosts: unknown): MayFetch {
  if (!Array.isArray(hosts) || hosts.length === 0 || !hosts.every(isHost)) {
    throw invalidConfig(
      'assets',
      "createProxy cannot fetch results from these `assets.hosts`: list the names of the gateway's CDN, for example ['cdn.example.com', '*.media.example.com']. Addresses of numbers and private names are refused.",
    );
  }
  const exact = new Set(hosts.filter((host) => !host.startsWith('*')));
  const below = hosts.filter((host) => host.startsWith('*')).map((host) => host.slice(1));
  return (text) => {
    const url = parseUrl(text);
    if (url?.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return false;
    return exact.has(url.hostname) || below.some((end) => url.hostname.endsWith(end));
  };
}

function isHost(host: unknown): host is string {
  return typeof host === 'string' && HOST.test(host) && !host.includes('..') && !PRIVATE.test(host);
}
