import { PICTURE_TOOL } from '../../core/wire/picture-tool.js';
import type { Assets } from '../media/assets.js';
import type { DrawnPiece } from './drawing.js';

// The blocks of a message. Of what the tool draws nobody has written down the shape: this is how Anthropic
// writes a tool that the server itself runs. A call, and its result under its id; one that failed says why.

export type Block = Readonly<Record<string, unknown>> & { readonly type: string };
type Result = Extract<DrawnPiece, { type: 'made' | 'refused' }>;

export function callBlock({ id, prompt }: Extract<DrawnPiece, { type: 'call' }>): Block & { input: { prompt: string } } {
  return { type: 'tool_use', id, name: PICTURE_TOOL, input: { prompt } };
}

export async function resultBlock(piece: Result, assets: Assets): Promise<Block> {
  const type = `${PICTURE_TOOL}_tool_result`;
  if (piece.type === 'made') return { type, tool_use_id: piece.id, content: [{ type: 'image', source: { type: 'url', url: await assets.url(piece.asset) } }] };
  const { status, code, message } = piece.refusal;
  // A safety block is told by its status alone where there is one.
  return { type, tool_use_id: piece.id, content: { type: `${type}_error`, error_code: code ?? (status === 451 ? 'content_policy_violation' : 'api_error'), message } };
}
