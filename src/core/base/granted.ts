/**
 * What the platform gives, or does; `undefined` where it is absent, or there and refuses: when it is
 * looked at, made, or called. As in frames of another site, with cookies blocked, and in stand-ins of tests.
 */
export function granted<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
