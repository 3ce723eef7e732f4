'use client';

import { type MutationKey, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { markHandled } from '../react/mark-handled.js';

/** A scope that an app sets for all mutations would hold a clip back until the one before has ended. */
const UNQUEUED = { scope: undefined } as unknown as Record<never, never>; // The types know no absence of a scope.

/**
 * Runs a call as a mutation of the app's own client, so that its devtools and `useIsMutating` see
 * it. Not `useMutation`: that would render the component for states that the run already has.
 */
export function useCall<Request, Result>(
  mutationKey: MutationKey,
  call: (request: Request) => Promise<Result>,
): (request: Request) => Promise<Result> {
  const queryClient = useQueryClient();
  return useCallback(
    (request: Request) => {
      // Before the mutation, which begins some time later: a cancel right after it finds what it cancels.
      const result = markHandled(call(request));
      return queryClient
        .getMutationCache()
        .build<Result, Error, Request, unknown>(queryClient, {
          mutationKey,
          mutationFn: () => result,
          // Retries hold the idempotency key and live in core; a paused mutation would bill later, unasked.
          retry: false,
          networkMode: 'always',
          ...UNQUEUED,
        })
        .execute(request);
    },
    [queryClient, mutationKey, call],
  );
}
