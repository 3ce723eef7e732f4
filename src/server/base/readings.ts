import type { TaskSnapshot } from '../../core/outcome/snapshot.js';
import { readTask } from '../../core/wire/readings.js';
import { invalidConfig } from './invalid-config.js';

/** Reads what the gateway says of tasks. All of the proxy reads here, so that a credit is worth the same everywhere. */
export interface Readings {
  usdPerCredit: number;
  /** `undefined` for what is no reading. Without a base, an address that is a path alone stays one. */
  read(reading: unknown, context?: { taskId?: string | undefined; serverNow?: number; baseUrl?: string }): TaskSnapshot | undefined;
}

/** @throws BytespikeError `invalid_config` */
export function createReadings(usdPerCredit = 1): Readings {
  if (!(Number.isFinite(usdPerCredit) && usdPerCredit > 0)) {
    throw invalidConfig('usdPerCredit', 'createProxy takes as `usdPerCredit` the US dollars in one credit of the gateway, a number above 0, for example 0.01. Leave it out where credits are dollars.');
  }
  return {
    usdPerCredit,
    read: (reading, { taskId, serverNow = 0, baseUrl = '' } = {}) => readTask(reading, { taskId, serverNow, usdPerCredit, baseUrl }),
  };
}
