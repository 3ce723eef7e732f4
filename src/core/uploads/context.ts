import type { Clock } from '../base/clock.js';
import type { Environment } from '../base/environment.js';
import type { Transport } from '../wire/transport.js';

/** Through what pictures are sent. */
export interface UploadsContext {
  transport: Transport;
  /** The app's own, where it has one: progress is then told at the end alone. */
  ownFetch: ((request: Request) => Promise<Response>) | undefined;
  clock: Clock;
  random: () => number;
  environment: Environment;
  createId: () => string;
}
