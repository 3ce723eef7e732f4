import type { Part } from '../base/part.js';
import type { PromptWish } from '../text/assist.js';
import type { Message } from '../text/reading.js';
import type { MessageRequest } from '../text/request.js';
import type { MessageOptions } from '../text/listening.js';
import type { Text } from '../text/text.js';
import type { Client } from './api.js';
import { internals } from './internals.js';

/** A function and no method: a page that asks for no text carries nothing of it. */
const parts = new WeakMap<Client, Part<Text>>();

function textOf(client: Client): Promise<Text> {
  const part = parts.get(client) ?? internals(client).asking(() => import('./message-part.js'), ({ openText }, given) => openText(client, given));
  parts.set(client, part);
  return part.load();
}

/**
 * Asks a text model, over `/v1/messages`, and gives its text as it comes. Sent once, when it is called, and never
 * again by itself. Text is on no rate card: nobody knows before what it costs. With `pictures` it may have some made
 * while it writes, at most so many (`estimateCost(request.pictures)`); each that comes is in the history of images.
 *
 * @throws BytespikeError `invalid_param` before any request; when the answer broke off, `billed: 'unknown'`, and what came of it as `text`, `parts` and `images`
 * @example
 * const { text } = await message(client, { model: 'claude-haiku-4-5', messages: [{ role: 'user', content: 'Name three kinds of fog.' }] });
 */
export async function message(client: Client, request: MessageRequest, options?: MessageOptions): Promise<Message> {
  return (await textOf(client)).message(request, options);
}

/** What a text model would write in place of a prompt. */
export async function assistPrompt(client: Client, wish: PromptWish, options: MessageOptions): Promise<string> {
  return (await textOf(client)).assist(wish, options);
}
