import type { Asset } from '../outcome/asset.js';
import type { Client } from './api.js';
import type { FirstFrame, FirstFrameSettings } from './first-frame.js';
import { internals } from './internals.js';

/**
 * What the next clip begins with, from a result, a file, or a frame of a clip: read, and put where the
 * gateway can read it. Spread into the request of the clip. In a browser; `useFirstFrame` is the hook of it.
 *
 * @throws BytespikeError `invalid_config` where there is no place for it, `network_error` where the page may not read it, or what an upload may fail by
 * @example await client.tasks.submit({ model: 'veo-3.1', prompt: 'And on', ...(await takeFirstFrame(client, clip)) });
 */
export const takeFirstFrame = (client: Client, source: Asset | Blob, settings?: FirstFrameSettings): Promise<FirstFrame> =>
  import('./first-frame.js').then(({ firstFrameOf }) => firstFrameOf(internals(client), source, settings));
