import type { GenerationProgress } from '../../core/places/states.js';
import type { GenerationKind } from '../../react/words/parts.js';
import type { GenerationStatus } from '../generation.js';

export type StageName = 'submitted' | 'queued' | 'running' | 'ready';

interface Stage {
  name: StageName;
  state: 'done' | 'current' | 'ahead';
  /** How long it took in milliseconds, once it is over and its ends were seen. */
  tookMs?: number | undefined;
}

/** The way from submit to result, with the times that were seen. Image calls have no queue that shows. */
export function stagesOf(kind: GenerationKind, status: GenerationStatus, progress: GenerationProgress): readonly Stage[] {
  const names: readonly StageName[] = ['submitted', ...(kind === 'image' ? [] : ['queued' as const]), 'running', 'ready'];
  const current = currentStage(status, progress);
  const position = current === undefined ? names.length : names.indexOf(current);
  return names.map((name, index) => ({
    name,
    state: index < position ? 'done' : index === position ? 'current' : 'ahead',
    tookMs: index < position ? took(name, progress) : undefined,
  }));
}

export function hasStarted({ hasStarted: isSaid, startedAt }: GenerationProgress): boolean {
  return isSaid ?? startedAt !== undefined;
}

function currentStage(status: GenerationStatus, progress: GenerationProgress): StageName | undefined {
  if (status === 'submitting') return 'submitted';
  if (status === 'cancelling') return hasStarted(progress) ? 'running' : 'queued';
  return status === 'queued' || status === 'running' ? status : undefined;
}

function took(name: StageName, { submittedAt, startedAt, endedAt }: GenerationProgress): number | undefined {
  if (name === 'queued') return between(submittedAt, startedAt);
  return name === 'running' ? between(startedAt, endedAt) : undefined;
}

function between(from: number | undefined, to: number | undefined): number | undefined {
  return from === undefined || to === undefined ? undefined : to - from;
}
