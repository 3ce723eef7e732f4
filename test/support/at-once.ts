import { beforeAll } from 'vitest';

/**
 * Runs what mostly waits, such as for films or for a server that starts, at once, before the tests that each tell how one
 * ended. Its runs must have nothing in common.
 * @param most how many are under way at the same time
 * @returns how the run of that one ended
 */
export function atOnce<Case>(cases: readonly Case[], run: (each: Case) => Promise<void>, most = cases.length): (each: Case) => Promise<void> {
  const ends = new Map<Case, Promise<void>>();
  beforeAll(async () => {
    const left = [...cases];
    const work = async (): Promise<void> => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        const end = run(next);
        ends.set(next, end);
        // Its own test says so.
        await end.catch(() => {});
      }
    };
    await Promise.all(Array.from({ length: most }, work));
  });
  return (each) => ends.get(each) ?? Promise.reject(new Error('This one was not run.'));
}
