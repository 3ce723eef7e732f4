import { PICTURE_TOOL } from '../../core/wire/picture-tool.js';
import { type Body, isRecord, text, whole } from '../base/body.js';
import { invalid } from '../base/refusal.js';
import { type ImageOrder, imageOrder, modelOf, unsupported } from './validate.js';

/** By which a text model has pictures made while it writes. */
export interface PictureTool {
  /** How many of them, at most. */
  most: number;
  /** @throws Refusal for a prompt that no image takes */
  orderOf(prompt: string): ImageOrder;
}

/** Where a call names no number. @source ours: so that none goes on for ever */
const MOST = 8;

/** What of `tools` the gateway itself runs. Tools of the caller's own, which have a schema, are taken and never called. @throws Refusal `invalid_param`, and what an image is refused by */
export function pictureTool(body: Body): PictureTool | undefined {
  const tools: unknown = body['tools'] ?? [];
  if (!Array.isArray(tools)) throw invalid('tools', 'tools must be a list.');
  let found: PictureTool | undefined;
  for (const tool of tools as unknown[]) {
    if (!isRecord(tool)) throw invalid('tools', 'Each of tools must be an object.');
    if (tool['type'] === PICTURE_TOOL) found = toolOf(tool);
    else if (!isRecord(tool['input_schema'])) throw invalid('tools', `There is no tool "${String(tool['type'])}" here. Use ${PICTURE_TOOL}, or one of your own with an input_schema.`);
  }
  return found;
}

function toolOf(tool: Body): PictureTool {
  if (text(tool, 'name') !== PICTURE_TOOL) throw invalid('tools', `The name of ${PICTURE_TOOL} is ${PICTURE_TOOL}.`);
  const model = modelOf(tool);
  if (model.kind === 'video') throw unsupported(model, 'POST /v1/tasks/submit');
  const orderOf = (prompt: string) => imageOrder(model, { size: tool['size'], quality: tool['quality'], prompt });
  // What is wrong with all of them is wrong before the first.
  orderOf('-');
  return { most: whole(tool, 'max_uses', 1, 1000) ?? MOST, orderOf };
}
