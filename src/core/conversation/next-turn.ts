import { BytespikeError } from '../base/errors.js';
import type { ImageEditInput, ImageRequest } from '../catalog/requests.js';
import type { ImageRecord, TurnNote } from '../records/image-store.js';
import type { ConversationTurn, TurnInput } from './states.js';

// What is asked for next, as the place of images is handed it. Pure.

export interface TurnRequest extends ImageRequest {
  image?: ImageEditInput['image'] | undefined;
  turn: TurnNote;
}

/** It goes on from the last picture that there is, whatever became of the turns after it. */
export function nextTurn(turns: readonly ConversationTurn[], input: TurnInput, { id, model, contextTurns }: { id: string; model: ImageRequest['model']; contextTurns: number }): TurnRequest {
  const drawn = turns.filter(({ status }) => status === 'success');
  const from = drawn.at(-1);
  const { prompt, size, quality, n, image } = input;
  const most = Math.max(1, Math.min(contextTurns, input.contextTurns ?? Infinity));
  const parent = from?.key === undefined ? input.parent : { outTaskId: from.key, index: from.chosen };
  const turn: TurnNote = { id, sent: Math.min(drawn.length, most), ...(image !== undefined && { withPicture: true }) };
  const given = Object.entries({ size, quality, n, image, parent }).filter(([, value]) => value !== undefined);
  return { model, prompt, ...Object.fromEntries(given), turn };
}

/** The last turn once more, which failed or is unknown: as this page asked for it, or as it was written down, without its picture. */
export function sameTurn(turns: readonly ConversationTurn[], find: (key: string) => ImageRecord | undefined): TurnRequest {
  const failed = turns.at(-1);
  if (failed?.status !== 'unknown' && failed?.status !== 'error') throw nothingToRetry();
  const { image, turn = failed.key === undefined ? undefined : find(failed.key)?.turn } = failed.request as Partial<TurnRequest>;
  if (turn === undefined || (turn.withPicture && image === undefined)) throw pictureIsGone();
  return { ...failed.request, turn };
}

function pictureIsGone(): BytespikeError {
  return new BytespikeError({
    code: 'invalid_param',
    field: 'image',
    message: 'The picture that was sent with this turn went with the page that had it. Nothing was sent. Choose the picture once more, and send the turn anew.',
  });
}

function nothingToRetry(): BytespikeError {
  return new BytespikeError({ code: 'invalid_param', field: 'turn', message: 'The last turn has not failed. Send the next one.' });
}
