import * as v from 'valibot';
import { fromCredits } from '../base/money.js';
import type { Asset } from '../outcome/asset.js';
import { endOfLink } from '../outcome/link-end.js';

// A tolerant reader: a field of the wrong type reads as absent, and costs only itself.
export const text = v.fallback(v.optional(v.string()), undefined);
export const numeric = v.fallback(
  v.optional(v.pipe(v.union([v.number(), v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/), v.transform(Number))]), v.finite(), v.minValue(0))),
  undefined,
);
export const price = v.object({ estimated_credits: numeric, credits_used: numeric, credits: numeric });

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

export function amountsOf({ estimated_credits, credits_used, credits }: v.InferOutput<typeof price>, usdPerCredit: number) {
  const usd = (amount: number | undefined) => (amount === undefined ? undefined : fromCredits(amount, usdPerCredit));
  return { estimated: usd(estimated_credits), final: usd(credits_used ?? credits) };
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
