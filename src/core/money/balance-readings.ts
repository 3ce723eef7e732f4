import type { BytespikeError } from '../base/errors.js';
import { type Balance, balanceOf, type QuotaStore } from '../wire/quota.js';

/** What was told of a balance, by whom, and why the last question for it came to nothing. */
export interface Readings {
  readonly headers?: ReturnType<QuotaStore['get']>;
  /** In answer to a question, or out of an app's own cache. */
  readonly told?: Balance | undefined;
  /** What counts of the two. */
  readonly latest?: Balance | undefined;
  /** The last failure; in `error` until the next reading. */
  readonly failure?: BytespikeError;
  readonly error?: BytespikeError | undefined;
}

/** With what the headers of answers say by now. */
export function withHeaders(readings: Readings, quota: QuotaStore): Readings {
  return { ...readings, headers: quota.get(), latest: latestOf(balanceOf(quota), readings.told) };
}

/** With a reading that came another way; the same object when it says nothing new. */
export function withReading(readings: Readings, balance: Balance): Readings {
  const { told } = readings;
  // The same reading by two ways is one.
  const isKnown = told !== undefined && (balance.updatedAt < told.updatedAt || isSameReading(balance, told));
  return isKnown ? readings : { ...readings, told: balance };
}

/** With a question that came to nothing; the same object when that is known. */
export function withFailure(readings: Readings, error: BytespikeError): Readings {
  return error === readings.failure ? readings : { ...readings, failure: error, error };
}

/** Whether anybody told anything from one to the other. */
export function isNews(before: Readings, { headers, told, latest }: Readings): boolean {
  return latest !== undefined && (headers !== before.headers || told !== before.told);
}

/** A wallet that was read this long ago still limits what the key's own figure says. */
const WALLET_LASTS_MS = 60_000;

/** The later of the two. A key may have more left than the wallet that it is paid from: the lesser counts. */
function latestOf(headers: Balance | undefined, told: Balance | undefined): Balance | undefined {
  if (headers === undefined || told === undefined) return headers ?? told;
  if (told.updatedAt >= headers.updatedAt) return told;
  const wallet = headers.updatedAt - told.updatedAt <= WALLET_LASTS_MS ? told.wallet : undefined;
  return wallet === undefined ? headers : { ...headers, wallet, available: Math.min(headers.available, wallet) };
}

const isSameReading = (a: Balance, b: Balance) => a.updatedAt === b.updatedAt && a.available === b.available && a.key === b.key;
