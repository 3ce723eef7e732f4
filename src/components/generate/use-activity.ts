import { useEffect } from 'react';
import type { Generation } from '../generation.js';
import { activityOf } from './activity.js';
import type { GenerationActivity } from './idle.js';

/** Tells of what goes on whenever it changes. Returns how it stands. */
export function useActivity(generations: readonly Generation[], onActivity: ((activity: GenerationActivity) => void) | undefined): GenerationActivity['status'] {
  const { status, kind, submittedAt, expectedSeconds } = activityOf(generations);
  useEffect(() => onActivity?.({ status, kind, submittedAt, expectedSeconds }), [onActivity, status, kind, submittedAt, expectedSeconds]);
  return status;
}
