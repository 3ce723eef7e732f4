import { granted } from '../base/granted.js';

/** What a `data:` address holds. Not by `fetch`, which would need `data:` in the page's `connect-src`. */
export function decode(url: string): Blob | undefined {
  const comma = url.indexOf(',');
  const type = /^data:([^;,]*)/.exec(url)?.[1] ?? '';
  return granted(() => new Blob([Uint8Array.from(atob(url.slice(comma + 1)), (character) => character.charCodeAt(0))], { type }));
}
