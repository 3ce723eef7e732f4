import { createGateway } from './gateway.js';
import { nodeMedia } from './media/media-node.js';
import type { SimulatedGateway, SimulatedGatewayOptions } from './simulation/types.js';

/**
 * The ByteSpike gateway in this process, with no key and no network: models, images, tasks, streams,
 * bills and refusals. Images are really encoded (JPEG and WebP by `sharp`, an optional peer;
 * PNG without it, too, but for the words in the picture), videos really play.
 * Words in a prompt steer it: see {@link steering}.
 *
 * @example
 * const gateway = createSimulatedGateway({ speed: 20 });
 * const client = new OpenAI({
 *   apiKey: gateway.apiKey,
 *   baseURL: `${gateway.baseUrl}/v1`,
 *   fetch: (url, init) => gateway.fetch(new Request(url, init)),
 * });
 */
export function createSimulatedGateway(options: SimulatedGatewayOptions = {}): SimulatedGateway {
  return createGateway(options, nodeMedia);
}

export * from './public.js';
