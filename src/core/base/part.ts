import type { Clock } from './clock.js';
import type { Environment } from './environment.js';
import { BytespikeError, offlineError } from './errors.js';
import { type Loaded, loadOnce } from './load-once.js';

/** A part of the library that is loaded when it is first used, or before, by asking for it. */
export type Part<T> = Loaded<T>;

/** What fails to load tells why nothing was sent. */
export function createPart<T>(environment: Environment, load: () => Promise<T>): Part<T> {
  return loadOnce(() =>
    load().catch((cause: unknown) => {
      throw environment.isOnline() ? notLoaded(cause) : offlineError();
    }),
  );
}

function notLoaded(cause: unknown): BytespikeError {
  return new BytespikeError({
    code: 'network_error',
    message: 'A part of the page could not be loaded, so nothing was sent and nothing was billed. Reload the page if this stays so.',
    retryable: true,
    cause,
  });
}

const RELOAD_MS = 5000;

/** Loads a part, again after a while when that fails, until it is there or the result is called. */
export function whenLoaded<T>(part: Part<T>, clock: Clock, ready: (value: T) => void, failed = (_error: unknown) => {}): () => void {
  let stopped = false;
  let timer: unknown;
  const begin = (): void =>
    void part.load().then(
      (value) => stopped || ready(value),
      (error: unknown) => {
        if (stopped) return;
        failed(error);
        timer = clock.setTimeout(begin, RELOAD_MS);
      },
    );
  const there = part.current();
  if (there === undefined) begin();
  else ready(there);
  return () => {
    stopped = true;
    clock.clearTimeout(timer);
  };
}
