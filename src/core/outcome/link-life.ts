import type { Asset } from './asset.js';

/** Milliseconds that an asset's link still lives, by the server's clock: without end where it says none, and none or less once it is dead. */
export function lifeLeft({ expiresAt = Number.POSITIVE_INFINITY }: Pick<Asset, 'expiresAt'>, serverNow: number): number {
  return expiresAt - serverNow;
}
