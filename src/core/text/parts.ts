import { BytespikeError } from '../base/errors.js';
import { isBlocked } from '../outcome/blocked.js';
import type { Asset } from '../outcome/asset.js';
import type { GenerationCost } from '../outcome/snapshot.js';
import type { ToolResult } from '../wire/message-pictures.js';

interface AskedPicture {
  type: 'picture';
  /** Names it among the parts of its answer. */
  id: string;
  /** What the model asked to be drawn; `undefined` until it has said so, or where it never did. */
  prompt: string | undefined;
  /** As the model asked for it, where it said so, else as the request did. */
  size?: string | undefined;
  quality?: string | undefined;
}

/** A picture that the model has asked for, and what is known of it: `unknown` when the answer broke off before that was told. */
type DrawnPicture =
  | (AskedPicture & { status: 'running' | 'unknown' })
  | (AskedPicture & { status: 'completed'; image: Asset; /** By the rate card, which says so: nobody tells what one cost. */ cost: GenerationCost })
  | (AskedPicture & { status: 'failed'; /** Why; it cost nothing. */ error: BytespikeError });

/** A part of an answer: words, or a picture that the model had made between them. */
export type MessagePart = { type: 'text'; text: string } | DrawnPicture;

export type MessageParts = readonly MessagePart[];

/** What a picture that came is made of: its address as an asset, and its price. */
export interface PictureFacts {
  assetOf(found: ToolResult['pictures'][number], asked: { size?: string | undefined }): Asset;
  costOf(asked: { size?: string | undefined; quality?: string | undefined }): GenerationCost;
}

export function withWords(parts: MessageParts, more: string): MessageParts {
  const last = parts.at(-1);
  if (more === '') return parts;
  return last?.type === 'text' ? [...parts.slice(0, -1), { type: 'text', text: last.text + more }] : [...parts, { type: 'text', text: more }];
}

type Asked = Pick<AskedPicture, 'prompt' | 'size' | 'quality'>;

/** With one more that was asked for. A call that is told again is the same. */
export function withCall(parts: MessageParts, id: string, asked: Asked): MessageParts {
  return at(parts, id) < 0 ? [...parts, { type: 'picture', id, status: 'running', ...asked }] : parts;
}

/** What is to be drawn, once all of it was said. */
export function withInput(parts: MessageParts, id: string, asked: Asked): MessageParts {
  const part = parts[at(parts, id)];
  return part?.type === 'picture' && part.status === 'running' ? put(parts, id, [{ ...part, ...asked }]) : parts;
}

/** What became of one stands where it was asked for; more pictures of the same call after it, and one that nobody asked for at the end. */
export function withResult(parts: MessageParts, { id: told, pictures, failure }: ToolResult, facts: PictureFacts): MessageParts {
  // The only one that is open, where it is not said which.
  const id = told ?? firstOpen(parts) ?? `picture-${parts.length}`;
  const asked = parts[at(parts, id)];
  if (asked?.type === 'text' || (asked !== undefined && asked.status !== 'running')) return parts;
  const { prompt, size, quality } = asked ?? {};
  const made = pictures.map(
    (found, index): MessagePart => ({
      type: 'picture',
      id: index === 0 ? id : `${id}.${index}`,
      prompt,
      size,
      quality,
      status: 'completed',
      image: facts.assetOf(found, { size }),
      cost: facts.costOf({ size, quality }),
    }),
  );
  if (made.length > 0) return asked === undefined ? [...parts, ...made] : put(parts, id, made);
  if (asked === undefined || failure === undefined) return parts;
  // The answer that says so is one of 200.
  const error = new BytespikeError({ code: isBlocked(failure.code) ? 'safety_blocked' : 'api_error', message: failure.message, status: 200 });
  return put(parts, id, [{ ...asked, status: 'failed', error }]);
}

/** Nothing comes any more: of what was not told nobody knows what became. */
export function settled(parts: MessageParts): MessageParts {
  const isOpen = (part: MessagePart) => part.type === 'picture' && part.status === 'running';
  return parts.some(isOpen) ? parts.map((part) => (part.type === 'picture' && part.status === 'running' ? { ...part, status: 'unknown' } : part)) : parts;
}

/** Each picture is told by its address: one that is told again without a name is the same. */
function firstOpen(parts: MessageParts): string | undefined {
  for (const part of parts) if (part.type === 'picture' && part.status === 'running') return part.id;
  return undefined;
}

const at = (parts: MessageParts, id: string) => parts.findIndex((part) => part.type === 'picture' && part.id === id);

function put(parts: MessageParts, id: string, instead: MessageParts): MessageParts {
  const index = at(parts, id);
  return [...parts.slice(0, index), ...instead, ...parts.slice(index + 1)];
}
