'use client';

import { useMemo } from 'react';
import { createPromptsRun } from '../core/prompts/prompts-run.js';
import type { PromptsActions, PromptsSearch, PromptsState } from '../core/prompts/states.js';
import { useRun } from './useRun.js';

/** Saved prompts, and what can be done with them. Actions are the same functions for as long as the hook has the same client. */
export interface PromptsResult extends PromptsState, PromptsActions, PromptsSearch {}

/**
 * Prompts that this user saved on this device, with their parameters, and the latest of the history. They lie where
 * tasks do: with a `scope` of the client they are there after days and in other tabs, without one as long as the tab,
 * and `client.signOut()` forgets them.
 *
 * @example
 * <PromptForm prompts={usePrompts()} onSubmit={submit} />
 */
export function usePrompts(): PromptsResult {
  const { run, state } = useRun(createPromptsRun, '');
  return useMemo(() => {
    const { search, save, change, remove, exportJson, importJson } = run;
    return { ...state, search, save, change, remove, exportJson, importJson };
  }, [run, state]);
}
