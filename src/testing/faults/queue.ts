import { type Fault, type FaultKind, faultKinds } from './faults.js';

/** The faults that are waiting for a request, in order. */
interface FaultQueue {
  /** Adds to the end; returns how to take it back. */
  add(faults: readonly Fault[]): () => void;
  /** What hits this request: the first that fits, under all that fit always. */
  take(request: Request, path: string): readonly Fault[];
}

const STREAM = '/v1/tasks/stream/*';
const TASK_ANSWERS = ['/v1/tasks/query', STREAM, '/v1/videos/tasks/*', '/v1/tasks/cancel*'];

const DEFAULT_AIM: Partial<Record<FaultKind, readonly string[]>> = {
  'unknown-status': TASK_ANSWERS,
  stale: TASK_ANSWERS,
  duplicate: [STREAM],
  reorder: [STREAM],
  'stream-cut': [STREAM],
  'stream-silent': [STREAM],
  'stream-bom': [STREAM],
  'stream-cr': [STREAM],
  'stream-crlf': [STREAM],
  'stream-split': [STREAM],
};

export function createFaultQueue(): FaultQueue {
  const waiting: { fault: Fault; left: number }[] = [];

  return {
    add(faults) {
      const added = faults.map((fault) => ({ fault: checked(fault), left: timesOf(fault) }));
      waiting.push(...added);
      return () => {
        for (const entry of added) entry.left = 0;
      };
    },
    take(request, path) {
      const fitting = waiting.filter(({ fault, left }) => left > 0 && fits(fault, request, path));
      const always = fitting.filter(({ left }) => left === Number.POSITIVE_INFINITY);
      const [once] = fitting.filter(({ left }) => left !== Number.POSITIVE_INFINITY);
      if (once !== undefined) once.left -= 1;
      return [...always, ...(once === undefined ? [] : [once])].map(({ fault }) => fault);
    },
  };
}

function timesOf({ times = 1 }: Fault): number {
  return times === 'always' ? Number.POSITIVE_INFINITY : times;
}

/** A fault may come out of a file. */
function checked(fault: Fault): Fault {
  if (faultKinds.includes(fault.kind)) return fault;
  throw new TypeError(`There is no fault "${String(fault.kind)}". Use one of: ${faultKinds.join(', ')}.`);
}

function fits({ kind, on }: Fault, request: Request, path: string): boolean {
  if (typeof on === 'function') return on(request);
  const patterns = on === undefined ? DEFAULT_AIM[kind] : [on];
  return patterns === undefined ? !path.startsWith('/assets/') : patterns.some((pattern) => matches(pattern, request.method, path));
}

function matches(pattern: string, method: string, path: string): boolean {
  const [first = '', second] = pattern.split(' ');
  if (second !== undefined && first !== method) return false;
  const parts = (second ?? first).split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(path);
}
