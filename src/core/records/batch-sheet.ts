import type { Billed, BytespikeErrorCode } from '../base/errors.js';
import { type Fields, fieldsOf } from '../base/fields.js';
import { fromJson, toJson } from '../base/json.js';
import type { GenerationCost } from '../outcome/snapshot.js';
import type { TaskStore } from './task-store.js';

// What is written down of a batch beside the records of its cells, which are those of any task or image: the plan, which
// never changes; of each cell what people wish, and what was done, apart, so that two tabs never overwrite one another.

/** What is made: each row by each column. Which cell has which key follows from it. */
export interface BatchPlan {
  version: 1;
  /** Begins the key of every cell. */
  id: string;
  /** Prompts. */
  rows: readonly string[];
  /** A model each, with what is asked of it. */
  columns: readonly (Fields & { model: string })[];
  /** How each column is made, as it was when the batch was begun. */
  ways: readonly CellWay[];
  atOnce: number;
}

/** An image by one request, or by a task; a clip. */
export type CellWay = 'image' | 'image-task' | 'video';

/** What somebody asked of one cell, in whichever tab. */
export interface CellWish {
  /** Each one has a key of its own. */
  attempt: number;
  isStopped: boolean;
  /** How often it was to be looked for. */
  looks: number;
}

/** What was done about one attempt at a cell, by the tab that sends. */
export interface CellNote {
  attempt: number;
  status: 'sent' | 'completed' | 'failed' | 'cancelled' | 'unknown';
  cost: GenerationCost;
  error?: KeptError | undefined;
}

/** An error as plain data. */
export interface KeptError {
  code: BytespikeErrorCode;
  message: string;
  billed: Billed;
  retryable: boolean;
}

export interface BatchSheet {
  plan(): BatchPlan | undefined;
  /** In the place of the one before, of which nothing is kept but the records of its cells. */
  begin(plan: BatchPlan): void;
  clear(): void;
  wish(plan: BatchPlan, index: number): CellWish;
  setWish(plan: BatchPlan, index: number, wish: CellWish): void;
  note(plan: BatchPlan, index: number): CellNote | undefined;
  setNote(plan: BatchPlan, index: number, note: CellNote | undefined): void;
  /** Whether it is paused, and why if it was not by a person. */
  pause(plan: BatchPlan): BatchPause | undefined;
  setPause(plan: BatchPlan, pause: BatchPause | undefined): void;
}

interface BatchPause {
  error?: KeptError | undefined;
}

const NO_WISH: CellWish = { attempt: 1, isStopped: false, looks: 0 };
const WAYS = ['image', 'image-task', 'video'];
const NOTED = ['sent', 'completed', 'failed', 'cancelled', 'unknown'];

export function batchSheet(store: Pick<TaskStore, 'slot'>, persist: string): BatchSheet {
  const place = `batch ${persist}`;
  /** What was read last under each name: the same text is the same object. */
  const parsed = new Map<string, { text: string; value: unknown }>();

  function read<T>(name: string, as: (fields: Fields) => T | undefined): T | undefined {
    const text = store.slot(name).get();
    if (text === undefined) return void parsed.delete(name);
    const known = parsed.get(name);
    if (known?.text === text) return known.value as T | undefined;
    const fields = fieldsOf(fromJson(text));
    const value = fields && as(fields);
    parsed.set(name, { text, value });
    return value;
  }

  const put = (name: string, value: unknown) => store.slot(name).set(value === undefined ? undefined : toJson(value));
  const plan = () => read(place, readPlan);
  const named = (kind: 'wish' | 'note' | 'pause', { id }: BatchPlan, index: number | '') => `batch ${kind} ${id}.${index}`;

  function clear(): void {
    const last = plan();
    put(place, undefined);
    if (last === undefined) return;
    put(named('pause', last, ''), undefined);
    for (let index = last.rows.length * last.columns.length - 1; index >= 0; index--) {
      put(named('wish', last, index), undefined);
      put(named('note', last, index), undefined);
    }
  }

  return {
    plan,
    begin(next) {
      clear();
      put(place, next);
    },
    clear,
    wish: (of, index) => read(named('wish', of, index), readWish) ?? NO_WISH,
    setWish: (of, index, wish) => put(named('wish', of, index), wish),
    note: (of, index) => read(named('note', of, index), readNote),
    setNote: (of, index, note) => put(named('note', of, index), note),
    pause: (of) => read(named('pause', of, ''), readPause),
    setPause: (of, pause) => put(named('pause', of, ''), pause),
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';

// Storage is the user's: what is damaged there shows no batch, and what was sent of it stands in the history all the same.
function readPlan({ version, id, rows, columns, ways, atOnce }: Fields): BatchPlan | undefined {
  const isColumn = (column: unknown): column is BatchPlan['columns'][number] => isText(fieldsOf(column)?.['model']);
  const isWay = (way: unknown): way is CellWay => WAYS.includes(way as string);
  if (version !== 1 || !isText(id) || !isList(rows, isText) || !isList(columns, isColumn) || !isList(ways, isWay) || ways.length !== columns.length) return undefined;
  return { version, id, rows, columns, ways, atOnce: isCount(atOnce) ? Math.max(1, atOnce) : 1 };
}

function readWish({ attempt, isStopped, looks }: Fields): CellWish | undefined {
  return isCount(attempt) ? { attempt, isStopped: isStopped === true, looks: isCount(looks) ? looks : 0 } : undefined;
}

function readNote({ attempt, status, cost, error }: Fields): CellNote | undefined {
  const { estimated, estimatedBy, final, billed } = fieldsOf(cost) ?? {};
  if (!isCount(attempt) || !NOTED.includes(status as string)) return undefined;
  const amounts = { ...(isAmount(estimated) && { estimated, ...(isText(estimatedBy) && { estimatedBy }) }), ...(isAmount(final) && { final }) };
  return { attempt, status, cost: { ...amounts, billed: billed === 'no' || billed === 'yes' ? billed : 'unknown' }, error: readError(error) } as CellNote;
}

function readPause({ error }: Fields): BatchPause {
  return { error: readError(error) };
}

function readError(value: unknown): KeptError | undefined {
  const { code, message, billed, retryable } = fieldsOf(value) ?? {};
  if (!isText(code) || !isText(message)) return undefined;
  return { code: code as KeptError['code'], message, billed: billed === 'no' || billed === 'yes' ? billed : 'unknown', retryable: retryable === true };
}

const isList = <T>(value: unknown, isOne: (one: unknown) => one is T): value is T[] => Array.isArray(value) && value.every(isOne);
const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;
const isAmount = (value: unknown): value is number => typeof value === 'number' && value >= 0 && Number.isFinite(value);
