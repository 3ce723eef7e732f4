const addresses = new WeakMap<Request, string>();

/** Told by the adapter that holds the connection. Not a header: anybody can write one. */
export function setAddress(request: Request, address: string | undefined): void {
  if (address !== undefined) addresses.set(request, address);
}

export function connectionAddress(request: Request): string | undefined {
  return addresses.get(request);
}

/** One household or machine: an IPv4 address, or the 64 bits of an IPv6 one that a network gives to one customer. */
export function addressGroup(address: string): string {
  const plain = address.trim().toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('%', 1)[0]?.split('::') ?? [];
  const groups = (part: string | undefined) => (part ? part.split(':') : []);
  const missing = tail === undefined ? 0 : Math.max(0, 8 - groups(head).length - groups(tail).length);
  const all = [...groups(head), ...Array<string>(missing).fill('0'), ...groups(tail)];
  return `${all.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
