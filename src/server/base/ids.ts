/** Begins with no dot and holds no `/`, `\` or `%`: as a segment of a path it can only stay where it is put. */
export const ID = /^[A-Za-z0-9_-][A-Za-z0-9_.:-]{0,127}$/;

/** The same, and long enough for a gateway's id with our signature. */
export const TASK_ID = /^[A-Za-z0-9_-][A-Za-z0-9_.:-]{0,499}$/;

/** An address of the gateway's CDN as we gave it out, signed. */
export const ASSET = /^[A-Za-z0-9_-]{1,6000}\.[A-Za-z0-9_-]{43}$/;

/** What we gave out, and signed. */
export const SIGNED = ASSET;

/** Whether this may be a task's id at the gateway, or the client's own key of a task. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}

/** Whether this may be a task's id as we gave it out. */
export function isTaskId(value: unknown): value is string {
  return typeof value === 'string' && TASK_ID.test(value);
}

/** Ours, not the gateway's: it is there also when no answer came. */
export function createRequestId(): string {
  return `bsp_${crypto.randomUUID()}`;
}
