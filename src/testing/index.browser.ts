import { createGateway } from './gateway.js';
import { browserMedia } from './media/media-browser.js';
import type { SimulatedGateway, SimulatedGatewayOptions } from './simulation/types.js';

/**
 * The ByteSpike gateway in this page or service worker, with no key and no network. Images are
 * drawn on a canvas; links are `blob:`, made when an asset is read and revoked ten seconds
 * after `dispose`.
 * Words in a prompt steer it: see {@link steering}.
 */
export function createSimulatedGateway(options: SimulatedGatewayOptions = {}): SimulatedGateway {
  return createGateway(options, browserMedia);
}

export * from './public.js';
