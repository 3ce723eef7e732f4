/**
 * How long a test waits for what should come, in milliseconds, and for itself. Nothing is measured by
 * it: it only ends a wait for what never comes, so it is long enough for any machine, however busy.
 */
export const PATIENCE_MS = 60_000;

/** A test waits for several things. */
export const TEST_MS = 300_000;

/** For waits that have no default of their own to set: `vi.waitFor(check, PATIENT)`. */
export const PATIENT = { timeout: PATIENCE_MS };
