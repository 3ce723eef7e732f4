/** Begins with no dot and holds no `/`, `\` or `%`: as a segment of a path it can only stay where it is put. */
export const ID = /^[A-Za-z0-9_-][A-Za-z0-9_.:-]{0,127}$/;

/** Whether this may be a task's id, or the client's own key of a task. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}

/** Ours, not the gateway's: it is there also when no answer came. */
export function createRequestId(): string {
  return `bsp_${crypto.randomUUID()}`;
}
