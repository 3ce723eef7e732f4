import type { Images } from '../images/images.js';
import type { Tasks } from '../tasks/tasks.js';
import type { Account } from '../wire/account.js';

/** What an app may use of a client, and all that an editor offers. Hooks and components are given it by a provider. */
export interface Client extends Account {
  /** As it was given to `createClient`. */
  readonly baseUrl: string;
  readonly images: Images;
  readonly tasks: Tasks;
  /** What the proxy says that it offers beyond passing on; `undefined` before its first answer. */
  offers(): string | undefined;
  /**
   * Loads what is otherwise loaded at first use, so that a click need not wait for it. The hooks do
   * it by themselves: when there is something to follow, else once somebody begins to point or to type.
   * @throws BytespikeError when it could not be loaded; the next use tries again
   */
  preload(part: 'tasks' | 'images'): Promise<void>;
  /**
   * Forgets on this device what the user made, prompts and slots included, in every tab. Call it
   * when they sign out, and make a new client for whoever comes next. What runs goes on running.
   */
  signOut(): Promise<void>;
}
