import { inject } from 'vitest';
import type { Builds } from './setup.js';

/**
 * What was built, once for all test files; resolves when it is there.
 * @throws Error with what the build said, when it failed
 */
export async function built<Name extends keyof Builds>(name: Name): Promise<Builds[Name]> {
  const answer = await fetch(`${inject('builds')}/${name}`);
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json() as Promise<Builds[Name]>;
}
