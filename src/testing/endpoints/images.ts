import { base64 } from '../../core/base/base64.js';
import type { ImageModel } from '../../core/catalog/model.js';
import { type Body, choice, readJson } from '../base/body.js';
import type { Route } from '../base/routes.js';
import type { Asset } from '../media/assets.js';
import { readForm } from '../orders/form.js';
import { isTextModel } from '../orders/text.js';
import { type ImageOrder, imageOrder, modelOf, unsupported } from '../orders/validate.js';
import { linkBase, type Simulation } from '../simulation/simulation.js';
import { chat } from './chat.js';
import { completion } from './completions.js';
import { generateNow } from './generate.js';

export function imageRoutes(simulation: Simulation): Route[] {
  async function answer(request: Request, body: Body, order: ImageOrder): Promise<Response> {
    const format = choice(body, 'response_format', ['url', 'b64_json']) ?? 'url';
    const made = await generateNow(simulation, order, linkBase(simulation, request));
    const data = await Promise.all(made.map((asset) => entry(simulation, asset, format)));
    return Response.json({ created: Math.floor(simulation.clock.now() / 1000), data });
  }
  /** One path for what draws and for what writes: the model says which. */
  async function conversation(request: Request): Promise<Response> {
    const body = await readJson(request);
    return (isTextModel(body) ? completion : chat)(simulation, request, body);
  }
  return [
    [
      'POST',
      '/v1/images/generations',
      async (request) => {
        const body = await readJson(request);
        return answer(request, body, imageOrder(servedHere(body), body));
      },
    ],
    [
      'POST',
      '/v1/images/edits',
      async (request) => {
        const { body, image, startsFrom, masked } = await readForm(request);
        const order = { ...imageOrder(servedHere(body), body), startsFrom, masked, before: simulation.assets.shownIn(image) };
        // Without a size that is asked for, what a mask covers changes and the rest stays where it is.
        const isSized = body['size'] !== undefined || body['aspect_ratio'] !== undefined;
        return answer(request, body, masked === undefined || isSized ? order : { ...order, width: masked.width, height: masked.height });
      },
    ],
    ['POST', '/v1/chat/completions', conversation],
  ];
}

function servedHere(body: Body): ImageModel {
  const model = modelOf(body);
  if (model.kind === 'video') throw unsupported(model, 'POST /v1/tasks/submit');
  if (model.endpoint === 'chat') throw unsupported(model, 'POST /v1/chat/completions');
  return model;
}

async function entry(simulation: Simulation, asset: Asset, format: string): Promise<Record<string, string>> {
  if (format === 'url') return { url: await simulation.assets.url(asset) };
  return { b64_json: base64(await simulation.assets.bytes(asset)) };
}
