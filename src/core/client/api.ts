import type { Images } from '../images/images.js';
import type { Tasks } from '../tasks/tasks.js';
import type { UploadedPicture, UploadSettings } from '../uploads/uploads.js';
import type { Account } from '../wire/account.js';

/** What an app may use of a client, and all that an editor offers. Hooks and components are given it by a provider. */
export interface Client extends Account {
  /** As it was given to `createClient`. */
  readonly baseUrl: string;
  readonly images: Images;
  readonly tasks: Tasks;
  /**
   * Puts a picture where the gateway can read it, behind a proxy that offers it: made smaller and
   * upright first, without what a camera wrote beside it. The same picture again is the same upload.
   * @throws BytespikeError `unsupported_image`, `upload_limit`, or what any call may fail by
   */
  upload(file: Blob, settings?: UploadSettings): Promise<UploadedPicture>;
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
