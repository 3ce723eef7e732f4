import { type Fields, fieldsOf } from '../base/fields.js';
import { fieldIn, textIn } from './fields.js';
import { embedded } from './image-readings.js';
import { PICTURE_TOOL } from './picture-tool.js';

// Pictures among the blocks of a message. Which shape the gateway gives them nobody has written down,
// so each that is usual is read: a block `image`, or one `…tool_result` with such blocks, or with
// `image_url` as in a chat; by an address, or with the bytes.

/** What became of a call of the tool. */
export interface ToolResult {
  /** The call that it answers, where it says so. */
  id: string | undefined;
  pictures: readonly { url: string; revisedPrompt: string | undefined }[];
  /** Why there is none; absent where there is one, or nothing is said. */
  failure?: { code: string; message: string } | undefined;
}

/** The id of a call of the tool, if this block begins one. */
export function pictureCall(block: Fields | undefined): { id: string | undefined; input: Fields | undefined } | undefined {
  const isCall = /(^|_)tool_use$/.test(textIn(block, 'type') ?? '') && textIn(block, 'name') === PICTURE_TOOL;
  return isCall ? { id: textIn(block, 'id'), input: fieldsOf(fieldIn(block, 'input')) } : undefined;
}

/** What a block brings of pictures; `undefined` for one that has nothing to do with any. */
export function pictureResult(block: Fields | undefined): ToolResult | undefined {
  const type = textIn(block, 'type') ?? '';
  const id = textIn(block, 'tool_use_id');
  if (isPicture(type)) return { id, pictures: pictureIn(block) };
  if (!/(^|_)tool_result$/.test(type)) return undefined;
  const content = fieldIn(block, 'content');
  const inner = (Array.isArray(content) ? content : [content]).map(fieldsOf);
  const pictures = inner.filter((each) => isPicture(textIn(each, 'type') ?? '')).flatMap(pictureIn);
  if (pictures.length > 0) return { id, pictures };
  // Of another tool, which somebody else has opened.
  const isError = fieldIn(block, 'is_error') === true || inner.some((each) => textIn(each, 'type')?.endsWith('_error'));
  return isError || type.startsWith(PICTURE_TOOL) ? { id, pictures, failure: failureIn(inner, content) } : undefined;
}

const isPicture = (type: string) => type === 'image' || type === 'image_url';

function pictureIn(block: Fields | undefined): ToolResult['pictures'] {
  const holders = [block, ...['source', 'image', 'image_url'].map((name) => fieldsOf(fieldIn(block, name)))];
  const plain = ['image', 'image_url', 'source'].map((name) => textIn(block, name)).find((text) => text !== undefined);
  const base64 = holders.map((holder) => textIn(holder, 'b64_json') ?? textIn(holder, 'data')).find((text) => text !== undefined);
  const url = holders.map((holder) => textIn(holder, 'url')).find((text) => text !== undefined) ?? plain ?? (base64?.startsWith('data:') ? base64 : base64 && embedded(base64));
  return url ? [{ url, revisedPrompt: textIn(block, 'revised_prompt') }] : [];
}

function failureIn(inner: readonly (Fields | undefined)[], content: unknown): { code: string; message: string } {
  const first = (...names: string[]) => names.flatMap((name) => inner.map((each) => textIn(each, name))).find((text) => text !== undefined);
  const said = first('message', 'error_message', 'text') ?? (typeof content === 'string' ? content : undefined);
  return { code: first('error_code', 'code') ?? 'api_error', message: said || 'The picture was not made, and the model did not say why.' };
}
