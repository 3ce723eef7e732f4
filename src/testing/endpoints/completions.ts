import { type Body, isRecord } from '../base/body.js';
import { envelopeOf, Refusal } from '../base/refusal.js';
import { type TextOrder, textOrder } from '../orders/text.js';
import { linkBase, type Simulation } from '../simulation/simulation.js';
import { beginWriting, eventStream, inWords } from './writing.js';

type Words = ReturnType<typeof inWords>;

/** Text in OpenAI's shape. */
export async function completion(simulation: Simulation, request: Request, body: Body): Promise<Response> {
  const order = textOrder(body, 'chat');
  const left = new AbortController();
  const listeners = [request, simulation.closed];
  const writing = inWords(await beginWriting(simulation, order, order.stream ? [...listeners, left] : [simulation.closed], linkBase(simulation, request)));
  const made = { id: simulation.newId('chatcmpl'), created: Math.floor(simulation.clock.now() / 1000), model: order.model };
  if (!order.stream) return Response.json(await whole(made, order, writing));
  const streamed = body['stream_options'];
  const tellsUsage = isRecord(streamed) && streamed['include_usage'] === true;
  return eventStream(frames(made, order, writing, tellsUsage), listeners, left);
}

type Made = Readonly<Record<'id' | 'model', string>> & { readonly created: number };

const reasonOf = (isCut: boolean) => (isCut ? 'length' : 'stop');

function usageOf({ inputTokens }: TextOrder, outputTokens: number) {
  return { prompt_tokens: inputTokens, completion_tokens: outputTokens, total_tokens: inputTokens + outputTokens };
}

async function whole(made: Made, order: TextOrder, writing: Words) {
  let content = '';
  let next = await writing.next();
  for (; next.done !== true; next = await writing.next()) content += next.value;
  const { outputTokens, isCut } = next.value;
  const choices = [{ index: 0, finish_reason: reasonOf(isCut), message: { role: 'assistant', content } }];
  return { ...made, object: 'chat.completion', choices, usage: usageOf(order, outputTokens) };
}

async function* frames(made: Made, order: TextOrder, writing: Words, tellsUsage: boolean): AsyncGenerator<string> {
  const chunk = (delta: object, finish: string | null = null) => frame({ ...made, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] });
  yield chunk({ role: 'assistant', content: '' });
  try {
    let next = await writing.next();
    for (; next.done !== true; next = await writing.next()) yield chunk({ content: next.value });
    const { outputTokens, isCut } = next.value;
    yield chunk({}, reasonOf(isCut));
    if (tellsUsage) yield frame({ ...made, object: 'chat.completion.chunk', choices: [], usage: usageOf(order, outputTokens) });
    yield 'data: [DONE]\n\n';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    yield frame(envelopeOf(error.init));
  }
}

function frame(fields: object): string {
  return `data: ${JSON.stringify(fields)}\n\n`;
}
