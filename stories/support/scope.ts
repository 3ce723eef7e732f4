let made = 0;

/**
 * A scope for one client. Clients of one scope take each other for tabs of one user, and simulated
 * gateways give equal ids: stories of one page, and one story in two tabs, have to be strangers.
 */
export function ownScope(): string {
  made += 1;
  return `story ${made} ${crypto.getRandomValues(new Uint32Array(2)).join(' ')}`;
}
