interface Aimed {
  /**
   * Which requests it may hit: a path with `*` for anything, with or without a method before it
   * (`'POST /v1/tasks/submit'`, `'/v1/tasks/*'`), or a function.
   * @default the task's stream for what only a stream can suffer, any answer that holds a task for
   * what is done to a task's state, else every request but those for assets
   */
  on?: string | ((request: Request) => boolean);
  /** How many requests it hits; `'always'` also lies over other faults. @default 1 */
  times?: number | 'always';
}

/** What can go wrong, as plain data: without a function in `on` it survives JSON. */
export type Fault = Aimed &
  (
    | { kind: PlainKind }
    | { kind: 'delay'; ms: number }
    | { kind: 'status'; status: number; processed?: boolean; retryAfter?: number }
    | { kind: 'rate-limit'; seconds: number; as?: 'seconds' | 'date' | 'reset' }
    | { kind: 'html'; status?: number; processed?: boolean }
    | { kind: 'wrong-types'; fields?: readonly string[] }
    | { kind: 'unknown-status'; word?: string }
    | { kind: 'stream-cut'; bytes: number; clean?: boolean }
    | { kind: 'stream-silent'; frames?: number }
    | { kind: 'stream-split'; bytes?: number; note?: string }
    | { kind: 'clock-skew'; ms: number }
  );

type PlainKind =
  | 'refused'
  | 'reset-before-body'
  | 'reset-after-body'
  | 'reset-within-answer'
  | 'concurrency-limit'
  | 'truncated'
  | 'stale'
  | 'duplicate'
  | 'reorder'
  | 'stream-bom'
  | 'stream-cr'
  | 'stream-crlf';

export type FaultKind = Fault['kind'];

/**
 * Every kind of fault. "Processed" says whether the gateway did the work, and billed it.
 *
 * | kind | what happens | processed |
 * |---|---|---|
 * | `refused` | no connection: `fetch` rejects with a TypeError, and no request arrives | no |
 * | `reset-before-body` | the connection breaks before the body was received | no |
 * | `reset-after-body` | the connection breaks when the answer is due | yes |
 * | `reset-within-answer` | half of the answer comes, then the connection breaks; a stream breaks after one frame | yes |
 * | `delay` | the answer comes `ms` late | yes |
 * | `status` | an error envelope with this `status`; `retryAfter` in seconds | if `processed` |
 * | `rate-limit` | 429 for `seconds`, told `as` seconds or a date in `Retry-After`, or by `X-RateLimit-Reset` alone | no |
 * | `concurrency-limit` | 429 `concurrency_limit`, with no time | no |
 * | `html` | a page instead of JSON, with `status` (200) | if `processed` |
 * | `truncated` | JSON that stops half-way, in an answer or in every frame of a stream | yes |
 * | `wrong-types` | strings are numbers, numbers are objects, in the named `fields` or in all | yes |
 * | `unknown-status` | a task that has not ended is in a state called `word` ("postprocessing") | yes |
 * | `stale` | a read says the state before; a stream says it again after each frame | yes |
 * | `duplicate` | each frame twice | yes |
 * | `reorder` | after the first frame, every two change places | yes |
 * | `stream-cut` | breaks after `bytes`; ends without an error when `clean` | yes |
 * | `stream-silent` | after `frames` (0) nothing comes, not even heartbeats, and it stays open | yes |
 * | `stream-bom` | begins with a byte order mark | yes |
 * | `stream-cr`, `stream-crlf` | lines end in CR, or CR LF | yes |
 * | `stream-split` | chunks of `bytes` (1), with a `note` in each frame whose characters they cut apart | yes |
 * | `clock-skew` | the gateway's clock is `ms` ahead in its headers | yes |
 */
export const faultKinds = [
  'refused',
  'reset-before-body',
  'reset-after-body',
  'reset-within-answer',
  'delay',
  'status',
  'rate-limit',
  'concurrency-limit',
  'html',
  'truncated',
  'wrong-types',
  'unknown-status',
  'stale',
  'duplicate',
  'reorder',
  'stream-cut',
  'stream-silent',
  'stream-bom',
  'stream-cr',
  'stream-crlf',
  'stream-split',
  'clock-skew',
] as const satisfies readonly FaultKind[];
