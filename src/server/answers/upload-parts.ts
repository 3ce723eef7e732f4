import type { PictureType } from '../../core/base/picture.js';
import { headerOf } from '../base/header.js';
import { isId } from '../base/ids.js';
import { invalid, Refusal } from '../base/refusal.js';
import { within } from '../base/within.js';
import type { Config } from '../setup/context.js';
import type { Upload } from '../uploads/stores.js';
import type { Uploads } from '../uploads/uploads.js';
import type { Call } from './call.js';

/** What is to be kept, with all that holds for it. */
export interface Incoming {
  call: Call;
  config: Config;
  uploads: Uploads;
}

export function uploadOf(name: string, type: PictureType, size: number, userId: string, { config, uploads }: Pick<Incoming, 'config' | 'uploads'>): Upload {
  return { name, type, size, userId, expiresAt: config.clock.wallNow() + uploads.expiresMs };
}

/** What the client is told in the end, wherever it is kept. */
export function told({ type, size, expiresAt }: Upload, url: string): Response {
  return Response.json({ url, type, bytes: size, expires_at: new Date(expiresAt).toISOString() }, { status: 201 });
}

/** What the app's storage gives; whatever it fails at is its own. @throws Refusal 502 */
export async function stored<T>({ clock, timeouts }: Config, act: () => Promise<T>): Promise<T> {
  try {
    return await within(clock, timeouts.answerMs, act());
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal({
      status: 502,
      code: 'api_error',
      message: 'The storage for pictures failed, so nothing was kept. Try again soon.',
      reason: `The store of uploads failed: ${error instanceof Error ? error.name : typeof error}.`,
    });
  }
}

/** What the client calls this upload; the same name again is the same file. @throws Refusal 400 */
export function keyOf(request: Request): string {
  const key = headerOf(request.headers, 'idempotency-key');
  if (key === null) return crypto.randomUUID();
  if (isId(key)) return key;
  throw invalid('idempotency-key', 'The `Idempotency-Key` header is no key: up to 128 letters, digits and _ - . : and no dot or colon first.');
}
