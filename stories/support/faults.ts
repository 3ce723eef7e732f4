import type { Fault } from 'bytespike-react/testing';

/** Answers to these requests come so late that nobody sees them. */
export function delayed(on: string): Fault {
  return { kind: 'delay', ms: 3_600_000, on, times: 'always' };
}

/** The gateway tells that a clip is queued, gives a sign of life, tells that it has begun, and is never heard of again. */
export function unreachable(): readonly Fault[] {
  let streams = 0;
  return [
    { kind: 'stream-silent', frames: 3 },
    { kind: 'refused', on: ({ url }) => url.includes('/v1/tasks/stream/') && ++streams > 1, times: 'always' },
    { kind: 'refused', on: 'POST /v1/tasks/query', times: 'always' },
  ];
}
