import type { Batch } from '../base/batch.js';
import type { Clock } from '../base/clock.js';
import type { Environment } from '../base/environment.js';
import type { Store } from '../base/observable.js';
import type { Part } from '../base/part.js';
import type { LiveCatalog } from '../catalog/overlay.js';
import type { PendingImage } from '../images/under-way.js';
import type { TaskStoreOptions } from '../records/storage.js';
import type { Access, Asking } from '../wire/access.js';
import type { QuotaStore } from '../wire/quota.js';
import type { Client } from './api.js';

/** What the parts that ask the gateway are given. */
export interface Given extends Asking {
  clock: Clock;
  random: () => number;
  environment: Environment;
  usdPerCredit: number;
  createId: () => string;
}

/** The same, with what they ask through. */
export type Shared = Given & Access;

/** A client as the library itself sees it. No app is promised any of it. */
export interface ClientInternals extends Client {
  /** Where tasks are remembered: `taskStore` opens it. */
  readonly memory: TaskStoreOptions;
  /** What the latest answer said that the proxy offers. */
  readonly offered: Store<string | undefined>;
  /** Synchronous images that are on their way. */
  readonly pendingImages: Store<readonly PendingImage[]>;
  /** What the latest answer's quota headers said. */
  readonly quota: QuotaStore;
  readonly clock: Clock;
  /** What is told together is one render of the page. */
  readonly batch: Batch;
  /** The server's clock, by which links expire; milliseconds since the epoch. */
  serverNow(): number;
  /** What the gateway told of its models and rates, through this client or an app's own cache. */
  readonly live: Store<LiveCatalog>;
  /** Loads a part as soon as somebody begins to do something on the page, and does what else is to be done then; returns how to leave it, where anybody can. */
  prepare(part: 'tasks' | 'images', more?: () => void): (() => void) | undefined;
  /** A part that asks the gateway. Its `create` calls `asked`. */
  asking<M, T>(load: () => Promise<M>, create: (module: M, given: Given) => T): Part<T>;
  /** A new idempotency key. */
  createId(): string;
}

/**
 * The door to the rest of a client. It lies on the same object, so that the door costs no byte, and
 * a client that an app spread and laid something over keeps it; its type keeps it out of sight.
 */
export function internals(client: Client): ClientInternals {
  // Only `createClient` makes a client, and it makes all of it.
  return client as ClientInternals;
}
