import type { Fields } from '../base/fields.js';
import { fromCredits } from '../base/credits.js';
import type { Asset } from '../outcome/asset.js';
import { endOfLink } from '../outcome/link-end.js';
import { numberIn } from './fields.js';

export interface ReadContext {
  /** The task asked for: some dialects do not repeat it. A reading that names another one is none of it. */
  taskId?: string | undefined;
  /** The key asked for, likewise. */
  outTaskId?: string | undefined;
  /** Milliseconds since the epoch, by the server's clock. */
  serverNow: number;
  usdPerCredit: number;
  /**
   * Whether what it costs would be said: a cancel is free where no amount is named, by a gateway that
   * names them. @default true
   */
  namesAmounts?: boolean | undefined;
  /** Against which a relative link is resolved. */
  baseUrl: string;
}

/** What something is said to cost. USD. */
export function amountsIn(fields: Fields | undefined, usdPerCredit: number): { estimated: number | undefined; final: number | undefined } {
  const usd = (name: string) => {
    const amount = numberIn(fields, name);
    return amount === undefined ? undefined : fromCredits(amount, usdPerCredit);
  };
  return { estimated: usd('estimated_credits'), final: usd('credits_used') ?? usd('credits') };
}

export function link(url: string, kind: Asset['kind'], context: ReadContext, facts: Partial<Asset>): Asset {
  const whole = absolute(url, context.baseUrl);
  const expiresAt = endOfLink(whole);
  // With neither, of two links nobody could say which is the later one.
  const readAt = expiresAt === undefined && /^https?:/.test(whole) ? context.serverNow : undefined;
  return { kind, url: whole, expiresAt, readAt, ...facts };
}

function absolute(url: string, baseUrl: string): string {
  try {
    return new URL(url, baseUrl).href;
  } catch {
    return url;
  }
}
