'use client';

import { useCallback } from 'react';
import useSWRMutation from 'swr/mutation';

/** Runs a call as a mutation of the app's own SWR, under a key of its own. */
export function useCall<Request, Result>(
  key: readonly string[],
  call: (request: Request) => Promise<Result>,
): (request: Request) => Promise<Result> {
  const { trigger } = useSWRMutation(key, (_key: readonly string[], { arg }: { arg: Request }) => call(arg));
  return useCallback((request: Request) => (trigger as (arg: Request) => Promise<Result>)(request), [trigger]);
}
