'use client';

import { useCallback } from 'react';
import useSWRMutation from 'swr/mutation';

/** Whoever calls hears of a refusal, and what came of it is in the run and not under the call's key, whatever the app sets for mutations of its own. */
const PINNED = { throwOnError: true, populateCache: false, revalidate: false, optimisticData: undefined } as const;

/** Runs a call as a mutation of the app's own SWR, under a key of its own. */
export function useCall<Request, Result>(
  key: readonly string[],
  call: (request: Request) => Promise<Result>,
): (request: Request) => Promise<Result> {
  const { trigger } = useSWRMutation(key, (_key: readonly string[], { arg }: { arg: Request }) => call(arg), PINNED);
  return useCallback((request: Request) => (trigger as (arg: Request) => Promise<Result>)(request), [trigger]);
}
