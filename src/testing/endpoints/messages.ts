import { readJson } from '../base/body.js';
import { envelopeOf, Refusal } from '../base/refusal.js';
import type { Route } from '../base/routes.js';
import { type TextOrder, textOrder } from '../orders/text.js';
import type { Simulation } from '../simulation/simulation.js';
import { beginWriting, eventStream, type Writing } from './writing.js';

/** Text in Anthropic's shape. */
export function messageRoutes(simulation: Simulation): Route[] {
  async function answer(request: Request): Promise<Response> {
    const order = textOrder(await readJson(request), 'messages');
    const left = new AbortController();
    const listeners = [request, simulation.closed];
    // An answer in one piece is written to its end, whoever waits for it.
    const writing = await beginWriting(simulation, order, order.stream ? [...listeners, left] : [simulation.closed]);
    const id = simulation.newId('msg');
    return order.stream ? eventStream(frames(id, order, writing), listeners, left) : Response.json(await whole(id, order, writing));
  }
  return [['POST', '/v1/messages', answer]];
}

const REASONS = { cut: 'max_tokens', whole: 'end_turn' };

function message(id: string, { model, inputTokens }: TextOrder) {
  return { id, type: 'message', role: 'assistant', model, content: [], stop_reason: null, stop_sequence: null, usage: { input_tokens: inputTokens, output_tokens: 0 } };
}

async function whole(id: string, order: TextOrder, writing: Writing) {
  let text = '';
  let next = await writing.next();
  for (; next.done !== true; next = await writing.next()) text += next.value;
  const { outputTokens, isCut } = next.value;
  const usage = { input_tokens: order.inputTokens, output_tokens: outputTokens };
  return { ...message(id, order), content: [{ type: 'text', text }], stop_reason: isCut ? REASONS.cut : REASONS.whole, usage };
}

async function* frames(id: string, order: TextOrder, writing: Writing): AsyncGenerator<string> {
  yield frame('message_start', { message: message(id, order) });
  yield frame('content_block_start', { index: 0, content_block: { type: 'text', text: '' } });
  yield frame('ping', {});
  try {
    let next = await writing.next();
    for (; next.done !== true; next = await writing.next()) yield frame('content_block_delta', { index: 0, delta: { type: 'text_delta', text: next.value } });
    const { outputTokens, isCut } = next.value;
    yield frame('content_block_stop', { index: 0 });
    yield frame('message_delta', { delta: { stop_reason: isCut ? REASONS.cut : REASONS.whole, stop_sequence: null }, usage: { output_tokens: outputTokens } });
    yield frame('message_stop', {});
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    yield frame('error', envelopeOf(error.init, 'messages'));
  }
}

function frame(type: string, fields: object): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`;
}
