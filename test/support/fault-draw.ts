import { type Fault, type FaultKind, faultKinds } from 'bytespike-react/testing';

type Random = () => number;

const whole = (random: Random, min: number, max: number) => min + Math.floor(random() * (max - min + 1));
const one = <T>(random: Random, options: readonly T[]): T => options[whole(random, 0, options.length - 1)]!;

/** Which requests a fault may strike; `streams` is where those strike that only a stream can suffer. */
export interface FaultPlaces {
  any: readonly string[];
  streams?: string;
}

export const TASK_PLACES: FaultPlaces = { any: ['POST /v1/tasks/submit', 'POST /v1/tasks/query', '/v1/tasks/stream/*', '/v1/tasks/*'] };
/** Between a page and our proxy. */
export const PROXY_PLACES: FaultPlaces = { any: ['POST /v1/tasks/submit', '/v1/tasks/events', '/v1/tasks/*'], streams: '/v1/tasks/events' };
export const IMAGE_PLACES: FaultPlaces = { any: ['POST /v1/images/generations', 'POST /v1/images/generations', '/v1/tasks/query', '/v1/*'] };

export const TURN_PLACES: FaultPlaces = { any: ['POST /v1/chat/completions', 'POST /v1/chat/completions', '/v1/tasks/query', '/v1/*'] };

/** Between a page that brings a photo along, and our proxy. */
export const UPLOAD_PLACES: FaultPlaces = { any: ['POST /uploads', 'POST /uploads', 'POST /v1/tasks/submit', '/v1/tasks/*'], streams: '/v1/tasks/events' };

/** What a batch of images and clips asks for. */
const BATCH_ANY = ['POST /v1/tasks/submit', 'POST /v1/images/generations', '/v1/tasks/query', '/v1/*'];
export const BATCH_PLACES: FaultPlaces = { any: BATCH_ANY };
/** Between its page and our proxy. */
export const BATCH_PROXY_PLACES: FaultPlaces = { any: BATCH_ANY, streams: '/v1/tasks/events' };

/** What each kind needs beyond its name, drawn from the seed. */
const DRAWS: { [Kind in FaultKind]: (random: Random) => Omit<Extract<Fault, { kind: Kind }>, 'kind'> } = {
  refused: () => ({}),
  'reset-before-body': () => ({}),
  'reset-after-body': () => ({}),
  'reset-within-answer': () => ({}),
  delay: (random) => ({ ms: whole(random, 100, 60_000) }),
  status: (random) => ({ status: one(random, [500, 502, 503, 504]), processed: false, ...(random() < 0.3 ? { retryAfter: whole(random, 1, 20) } : {}) }),
  'rate-limit': (random) => ({ seconds: whole(random, 1, 90), as: one(random, ['seconds', 'date', 'reset']) }),
  'concurrency-limit': () => ({}),
  html: (random) => ({ status: one(random, [200, 502]), processed: random() < 0.5 }),
  truncated: () => ({}),
  'wrong-types': () => ({}),
  'unknown-status': () => ({}),
  stale: () => ({}),
  duplicate: () => ({}),
  reorder: () => ({}),
  'stream-cut': (random) => ({ bytes: whole(random, 0, 400), clean: random() < 0.5 }),
  'stream-silent': (random) => ({ frames: whole(random, 0, 2) }),
  'stream-bom': () => ({}),
  'stream-cr': () => ({}),
  'stream-crlf': () => ({}),
  'stream-split': (random) => ({ bytes: whole(random, 1, 5), note: '潮が満ちる' }),
  'clock-skew': (random) => ({ ms: whole(random, -86_400_000, 86_400_000) }),
};

const OF_A_TASK: readonly FaultKind[] = ['wrong-types', 'unknown-status', 'stale', 'duplicate', 'reorder'];

/** Kinds that an image can suffer. */
export const imageFaultKinds = faultKinds.filter((kind) => !kind.startsWith('stream-') && (kind === 'wrong-types' || !OF_A_TASK.includes(kind)));

/** One fault of this kind, as bad as the seed says. */
export function drawFault(kind: FaultKind, random: Random, places: FaultPlaces = TASK_PLACES): Fault {
  const isAimed = kind.startsWith('stream-') || (OF_A_TASK.includes(kind) && places !== IMAGE_PLACES && places !== TURN_PLACES);
  const on = isAimed ? places.streams : one(random, places.any);
  const times = kind === 'clock-skew' ? 'always' : whole(random, 1, 5);
  return { kind, ...DRAWS[kind](random), ...(on === undefined ? {} : { on }), times } as Fault;
}

export function drawKind(random: Random, kinds: readonly FaultKind[] = faultKinds): FaultKind {
  return one(random, kinds);
}
