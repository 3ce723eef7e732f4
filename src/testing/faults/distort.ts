import { isRecord } from '../base/body.js';

// What faults make of the JSON of an answer. Each takes JSON and returns JSON, but for `truncate`.

export function truncate(json: string): string {
  return json.slice(0, Math.ceil(json.length / 2));
}

/** @param fields only these, wherever they are; all when absent */
export function wrongTypes(json: string, fields: readonly string[] | undefined): string {
  const inside = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inside);
    if (!isRecord(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]) => [name, fields === undefined || fields.includes(name) ? wrong(entry) : inside(entry)]),
    );
  };
  return JSON.stringify(inside(JSON.parse(json)));
}

function wrong(value: unknown): unknown {
  if (typeof value === 'string') return 7;
  if (typeof value === 'number') return { value };
  return 'text';
}

const BEFORE: Record<string, string> = {
  running: 'queued',
  completed: 'running',
  failed: 'running',
  cancelled: 'running',
};

const ONLY_AT_THE_END = ['result', 'output', 'result_url', 'credits', 'credits_used', 'completed_at', 'error_code', 'error_message'];

/** A reading of a task as it was one state before. */
export function stepBack(json: string): string {
  const reading: unknown = JSON.parse(json);
  const before = isRecord(reading) ? BEFORE[String(reading['status'])] : undefined;
  if (!isRecord(reading) || before === undefined) return json;
  const kept = Object.entries(reading).filter(([name]) => !ONLY_AT_THE_END.includes(name));
  return JSON.stringify({ ...Object.fromEntries(kept), status: before });
}

export function renameStatus(json: string, word: string): string {
  const reading: unknown = JSON.parse(json);
  // An end keeps its name: a reader that waits for it would wait for ever.
  const going = isRecord(reading) && ['pending', 'queued', 'running'].includes(String(reading['status']));
  return going ? JSON.stringify({ ...reading, status: word }) : json;
}

export function addNote(json: string, note: string): string {
  const reading: unknown = JSON.parse(json);
  return isRecord(reading) ? JSON.stringify({ ...reading, note }) : json;
}
