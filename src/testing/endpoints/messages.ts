import { readJson } from '../base/body.js';
import { envelopeOf, Refusal } from '../base/refusal.js';
import type { Route } from '../base/routes.js';
import type { Assets } from '../media/assets.js';
import { type TextOrder, textOrder } from '../orders/text.js';
import { linkBase, type Simulation } from '../simulation/simulation.js';
import { type Block, callBlock, resultBlock } from './message-blocks.js';
import { beginWriting, eventStream, type Writing, type Written } from './writing.js';

/** Text in Anthropic's shape. */
export function messageRoutes(simulation: Simulation): Route[] {
  const { assets } = simulation;
  async function answer(request: Request): Promise<Response> {
    const order = textOrder(await readJson(request), 'messages');
    const left = new AbortController();
    const listeners = [request, simulation.closed];
    // An answer in one piece is written to its end, whoever waits for it.
    const writing = await beginWriting(simulation, order, order.stream ? [...listeners, left] : [simulation.closed], linkBase(simulation, request));
    const id = simulation.newId('msg');
    return order.stream ? eventStream(frames(id, order, writing, assets), listeners, left) : Response.json(await whole(id, order, writing, assets));
  }
  return [['POST', '/v1/messages', answer]];
}

const REASONS = { cut: 'max_tokens', whole: 'end_turn' };
const reasonOf = ({ isCut }: Written) => (isCut ? REASONS.cut : REASONS.whole);

function usageOf({ outputTokens, drawn }: Written) {
  return { output_tokens: outputTokens, ...(drawn > 0 && { server_tool_use: { image_generation_requests: drawn } }) };
}

function message(id: string, { model, inputTokens }: TextOrder) {
  return { id, type: 'message', role: 'assistant', model, content: [], stop_reason: null, stop_sequence: null, usage: { input_tokens: inputTokens, output_tokens: 0 } };
}

async function whole(id: string, order: TextOrder, writing: Writing, assets: Assets) {
  const content: Block[] = [];
  let next = await writing.next();
  for (; next.done !== true; next = await writing.next()) {
    const { value: piece } = next;
    const last = content.at(-1);
    if (typeof piece !== 'string') {
      if (piece.type !== 'waiting') content.push(piece.type === 'call' ? callBlock(piece) : await resultBlock(piece, assets));
    } else if (last?.type === 'text') content[content.length - 1] = { type: 'text', text: String(last['text']) + piece };
    else content.push({ type: 'text', text: piece });
  }
  const start = message(id, order);
  return { ...start, content, stop_reason: reasonOf(next.value), usage: { ...start.usage, ...usageOf(next.value) } };
}

/** As much of a call's parameters as is told at once. */
const PIECE_OF_JSON = /.{1,12}/gsu;

async function* frames(id: string, order: TextOrder, writing: Writing, assets: Assets): AsyncGenerator<string> {
  yield frame('message_start', { message: message(id, order) });
  let index = -1;
  let isText = false;
  const begin = (block: Block) => frame('content_block_start', { index: ++index, content_block: block });
  const more = (delta: object) => frame('content_block_delta', { index, delta });
  const end = () => frame('content_block_stop', { index });
  try {
    let next = await writing.next();
    for (; next.done !== true; next = await writing.next()) {
      const { value: piece } = next;
      if (typeof piece === 'string') {
        if (!isText) yield begin({ type: 'text', text: '' });
        if (index === 0 && !isText) yield frame('ping', {});
        isText = true;
        yield more({ type: 'text_delta', text: piece });
      } else if (piece.type === 'waiting') yield frame('ping', {});
      else {
        if (isText) yield end();
        isText = false;
        if (piece.type === 'call') {
          yield begin({ ...callBlock(piece), input: {} });
          for (const part of JSON.stringify(callBlock(piece).input).match(PIECE_OF_JSON) ?? []) yield more({ type: 'input_json_delta', partial_json: part });
        } else yield begin(await resultBlock(piece, assets));
        yield end();
      }
    }
    if (isText) yield end();
    yield frame('message_delta', { delta: { stop_reason: reasonOf(next.value), stop_sequence: null }, usage: usageOf(next.value) });
    yield frame('message_stop', {});
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    yield frame('error', envelopeOf(error.init, 'messages'));
  }
}

function frame(type: string, fields: object): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`;
}
