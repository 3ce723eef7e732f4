/**
 * A promise whose failure is already shown by the state it belongs to: an event handler that does
 * not await it leaves no "Uncaught (in promise)" on the console, and one that awaits it still sees
 * it rejected.
 */
export function markHandled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
