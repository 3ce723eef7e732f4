import type { Client } from './client.js';
import { taskStore } from './store.js';

/** Apart from the client, which most pages use without anybody signing out. */
export function forgetAll(client: Pick<Client, 'memory'>): void {
  taskStore(client).clear();
}
