const addresses = new WeakMap<Request, string>();

/** Told by the adapter that holds the connection. Not a header: anybody can write one. */
export function setAddress(request: Request, address: string | undefined): void {
  if (address !== undefined) addresses.set(request, address);
}

export function connectionAddress(request: Request): string | undefined {
  return addresses.get(request);
}

/** The last entry of a header that each hop adds to, without quotes: of `Forwarded` what it says under this name. */
export function lastOf(written: string, name: 'for' | 'host'): string {
  const last = written.slice(written.lastIndexOf(',') + 1);
  const pair = last.split(';').find((each) => each.trimStart().toLowerCase().startsWith(`${name}=`));
  return (pair === undefined ? last : pair.slice(pair.indexOf('=') + 1)).trim().replace(/^"(.*)"$/, '$1');
}

/** Longer than any, with its port and its zone. */
const LONGEST = 100;

/**
 * One household or machine, however it is written: an IPv4 address, or the 64 bits of an IPv6 one
 * that a network gives to one customer. Of a list the last: those before it were told by the caller.
 * What is no address is nobody's, and all nobodies are one: else each would be a caller of its own.
 */
export function addressGroup(written: string): string {
  const last = lastOf(written, 'for');
  if (last.length > LONGEST) return '';
  const address = withoutPort(last).replace(/%.*$/, '').toLowerCase();
  // Without brackets a port is only told from a group where it cannot be one; where it can, it is not in the first 64 bits.
  const groups = groupsOf(address) ?? groupsOf(address.replace(/:\d{1,5}$/, ''));
  const ipv4 = groups === undefined ? bytesOf(address) : bytesWithin(groups);
  if (ipv4 !== undefined) return ipv4.join('.');
  return groups === undefined ? '' : `${groups.slice(0, 4).map((group) => group.toString(16)).join(':')}::/64`;
}

/** `[2001:db8::1]:443`, `[2001:db8::1]`, `1.2.3.4:443`. */
function withoutPort(text: string): string {
  const [, inBrackets] = /^\[([^\]]*)\](?::\d*)?$/.exec(text) ?? [];
  return inBrackets ?? text.replace(/^([\d.]+):\d*$/, '$1');
}

function bytesOf(text: string): number[] | undefined {
  const parts = text.split('.');
  const bytes = parts.map(Number);
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part)) && bytes.every((byte) => byte < 256) ? bytes : undefined;
}

/** The eight groups of an IPv6 address; `undefined` for what is none. */
function groupsOf(text: string): number[] | undefined {
  const halves = text.split('::').map((half, at, all) => halfOf(half, at === all.length - 1));
  const [head, tail] = halves;
  if (head === undefined || halves.length > 2 || halves.includes(undefined)) return undefined;
  if (tail === undefined) return head.length === 8 ? head : undefined;
  const missing = 8 - head.length - tail.length;
  return missing < 1 ? undefined : [...head, ...Array<number>(missing).fill(0), ...tail];
}

function halfOf(text: string, isLast: boolean): number[] | undefined {
  if (text === '') return [];
  const parts = text.split(':');
  const ipv4 = isLast ? bytesOf(parts.at(-1) ?? '') : undefined;
  const words = ipv4 === undefined ? parts : parts.slice(0, -1);
  if (!words.every((word) => /^[\da-f]{1,4}$/.test(word))) return undefined;
  const groups = words.map((word) => Number.parseInt(word, 16));
  return ipv4 === undefined ? groups : [...groups, ...pairs(ipv4)];
}

function pairs([a = 0, b = 0, c = 0, d = 0]: number[]): number[] {
  return [a * 256 + b, c * 256 + d];
}

/** `::ffff:1.2.3.4`, as a socket that takes both kinds tells of IPv4, and `64:ff9b::1.2.3.4`, as a network does that translates. */
const CARRIES_IPV4 = new Set(['0:0:0:0:0:ffff', '64:ff9b:0:0:0:0']);

function bytesWithin(groups: number[]): number[] | undefined {
  if (!CARRIES_IPV4.has(groups.slice(0, 6).map((group) => group.toString(16)).join(':'))) return undefined;
  return groups.slice(6).flatMap((group) => [group >> 8, group & 255]);
}
