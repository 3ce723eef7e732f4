import { type Body, httpUrl, isRecord, text } from '../base/body.js';
import { hex } from '../base/random.js';
import { invalid } from '../base/refusal.js';
import type { Assets } from '../media/assets.js';
import { imageOrder, modelOf, unsupported } from '../orders/validate.js';
import { linkBase, type Simulation } from '../simulation/simulation.js';
import { generateNow } from './generate.js';

/** A turn of a conversation. The last thing that the user said is what gets drawn. */
export async function chat(simulation: Simulation, request: Request, body: Body): Promise<Response> {
  const model = modelOf(body);
  if (model.kind !== 'image' || model.endpoint !== 'chat') throw unsupported(model, 'its own endpoint: only gpt-4o-image draws in a conversation');
  const output = body['image_output'] ?? {};
  if (!isRecord(output)) throw invalid('image_output', 'image_output must be an object, for example {"size": "1024x1024"}.');
  const { prompt, startsFrom, pictures } = conversation(simulation, body);
  // The last picture of ours that was said or sent is what changes; of anybody else's nobody here knows what is in it.
  const before = pictures.flatMap((address) => simulation.assets.named(address)?.drawn ?? []).at(-1);
  const order = { ...imageOrder(model, { ...output, model: model.id, prompt }), startsFrom, before };
  const made = await generateNow(simulation, order, linkBase(simulation, request));
  const urls = await Promise.all(made.map((asset) => simulation.assets.url(asset)));
  const content = [
    { type: 'text', text: urls.length === 1 ? 'Here is the image.' : 'Here are the images.' },
    ...urls.map((url) => ({ type: 'image_url', image_url: { url } })),
  ];
  return Response.json({
    id: simulation.newId('chatcmpl'),
    object: 'chat.completion',
    created: Math.floor(simulation.clock.now() / 1000),
    model: model.id,
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
  });
}

function conversation({ assets }: Simulation, body: Body): { prompt: string; startsFrom: string; pictures: string[] } {
  const messages: unknown = body['messages'];
  if (!Array.isArray(messages)) throw invalid('messages', 'messages must be a list of {role, content}.');
  const turns = messages.filter(isRecord);
  const pictures = turns.flatMap(blocks).flatMap((block) => (block['type'] === 'image_url' ? [addressOf(block, assets)] : []));
  const said = turns.filter((message) => text(message, 'role') === 'user').map(words);
  const prompt = said.at(-1);
  if (prompt === undefined || prompt.trim() === '') throw invalid('messages', 'messages has no words of the user. Say what to draw.');
  return { prompt, startsFrom: hex(8, JSON.stringify(messages)), pictures };
}

function blocks({ content }: Body): Body[] {
  return Array.isArray(content) ? content.filter(isRecord) : [];
}

function words(message: Body): string {
  if (typeof message['content'] === 'string') return message['content'];
  return blocks(message).map((block) => (block['type'] === 'text' ? (text(block, 'text') ?? '') : '')).join(' ').trim();
}

/** Of an image that is sent along: one that can be read from elsewhere, that holds its bytes, or of a page that is the gateway itself. */
function addressOf(block: Body, assets: Assets): string {
  const image = block['image_url'];
  const own = isRecord(image) ? text(image, 'url') : undefined;
  if (own !== undefined && URL.canParse(own) && assets.named(own) !== undefined) return own;
  const address = isRecord(image) ? httpUrl(image, 'url', true) : undefined;
  if (address !== undefined) return address;
  throw invalid('image_url', 'An image_url block has no address. Send {"image_url": {"url": "https://…"}}.');
}
