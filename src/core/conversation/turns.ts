import type { ImageRequest } from '../catalog/requests.js';
import { recordedImage } from '../places/image-outcomes.js';
import type { ImageGenerationState } from '../places/states.js';
import { chosenFor, forksOf, lineTo, turnBefore, turnsAfter } from '../records/conversation.js';
import type { ImageRecord, TurnNote } from '../records/image-store.js';
import type { Records } from '../records/records.js';
import { type ConversationState, type ConversationTurn, noConversation } from './states.js';

// How what is written down, and what was asked for last, read as one line of a conversation. Pure but for the reading.

interface Standing {
  /** Of the conversation, where nothing that is shown tells it: before its first turn. */
  id: string | undefined;
  /** Key of the last turn of the line. */
  end: string | undefined;
  /** Key of the turn that was asked for last. */
  last: string | undefined;
  /** How that one stands. */
  current: ImageGenerationState;
  /** Which image somebody chose, by key. */
  chosen: ReadonlyMap<string, number>;
  contextTurns: number;
}

export interface Seen {
  id: string | undefined;
  state: ConversationState;
  /** All that it was read from: the same again is the same state. */
  from: readonly unknown[];
}

export function readState(records: Records<ImageRecord>, standing: Standing, before: Seen | undefined): Seen {
  const { end, last, current, chosen, contextTurns } = standing;
  const find = records.get;
  const asked = last === undefined ? undefined : find(last);
  const line = lineTo(find, end);
  const id = (current.status === 'idle' ? undefined : askedTurn(current, asked)?.id) ?? line[0]?.turn?.id ?? standing.id;
  const all = completed(records, id);
  const from = [current, end, last, contextTurns, ...chosen.values(), asked, ...line, ...all];
  if (before?.from.length === from.length && before.from.every((each, at) => each === from[at])) return before;

  const forks = (record: ImageRecord) => forksOf(all.includes(record) ? all : [...all, record], find, record).map(({ outTaskId }) => outTaskId);
  const told = (record: ImageRecord, next: Pick<ImageRecord, 'request'> | undefined): ConversationTurn => ({
    ...turnOf(recordedImage(record), record.outTaskId, record.turn, forks(record)),
    chosen: next === undefined ? (chosen.get(record.outTaskId) ?? 0) : chosenFor(next),
  });
  const isOwn = current.status !== 'idle' && current.request !== undefined && !line.some(({ outTaskId }) => outTaskId === last);
  const shown = isOwn ? lineBefore(find, current, asked) : line;
  const next = isOwn ? current.request && { request: current.request } : undefined;
  const turns = shown.map((record, at) => told(record, shown[at + 1] ?? next));
  if (isOwn) turns.push({ ...turnOf(current, asked && last, askedTurn(current, asked), asked === undefined ? [] : forks(asked)), chosen: 0 });
  const ahead = turnsAfter(all, find, shown.at(-1)).map(({ outTaskId }) => outTaskId);
  return { id, from, state: stateOf(turns, ahead, contextTurns) };
}

/** The turns of a conversation that came to something. */
export function completed(records: Records<ImageRecord>, id: string | undefined): ImageRecord[] {
  return id === undefined ? [] : records.list().filter(({ turn, snapshot }) => turn?.id === id && snapshot.status === 'completed');
}

/** As it is written down, or as it was asked for where nothing is. */
function askedTurn({ request }: ImageGenerationState, record: ImageRecord | undefined): TurnNote | undefined {
  return record?.turn ?? (request as (ImageRequest & { turn?: TurnNote }) | undefined)?.turn;
}

function lineBefore(find: (key: string) => ImageRecord | undefined, current: ImageGenerationState, asked: ImageRecord | undefined): ImageRecord[] {
  if (current.request === undefined) return [];
  const earlier = turnBefore(find, { request: current.request, turn: askedTurn(current, asked) });
  return lineTo(find, earlier?.outTaskId);
}

function turnOf(state: ImageGenerationState, key: string | undefined, note: TurnNote | undefined, forks: readonly string[]): Omit<ConversationTurn, 'chosen'> {
  const { status, images, error, cost, progress, request = { model: '', prompt: '' } } = state;
  return { key, prompt: request.prompt, request, status: status === 'idle' ? 'pending' : status, images, error, cost, progress, withPicture: note?.withPicture === true, forks };
}

function stateOf(turns: readonly ConversationTurn[], ahead: readonly string[], contextTurns: number): ConversationState {
  const { status, error } = turns.at(-1) ?? noConversation;
  const of = turns.filter((turn) => turn.status === 'success').length;
  return { status, turns, error, context: { sent: Math.min(of, Math.max(1, contextTurns)), of }, ahead };
}
