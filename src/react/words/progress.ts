import type { GenerationCost } from '../../core/outcome/snapshot.js';
import { type GenerationKind, type OutcomeWords, thing } from './parts.js';

/** What a result cost: the gateway's word, else about how much and by whom that is estimated, else nothing. */
export interface CompletedCost {
  billed: string | undefined;
  estimated: string | undefined;
  estimatedBy?: GenerationCost['estimatedBy'];
}

export interface ProgressMessages {
  /** Name of the whole group and of its progress bar. */
  label(kind: GenerationKind): string;
  submitting: string;
  queued: string;
  running: string;
  cancelling: string;
  stages: string;
  stageSubmitted: string;
  stageQueued: string;
  stageRunning: string;
  stageReady: string;
  /** Beside the stage, rewritten every second. */
  clock(time: { elapsed: string; remaining?: string | undefined; overdue?: 'slightly' | 'clearly' | undefined }): string;
  /** What a progress bar says; `remaining` is rounded, so that it does not change every second. */
  valueText(stage: string, remaining: string | undefined): string;
  cancelFree: string;
  cancelBillable(upTo: string | undefined): string;
  stopWaiting: string;
  check: string;
  checking: string;
  retry: string;
  retryBillable: string;
  reconnecting(kind: GenerationKind): OutcomeWords;
  offline(kind: GenerationKind): OutcomeWords;
  completed(facts: CompletedCost & { took: string | undefined }): OutcomeWords;
  finishedAnyway(facts: CompletedCost): OutcomeWords;
  cancelledFree(wasRunning: boolean): OutcomeWords;
  cancelledBilled(amount: string | undefined): OutcomeWords;
  stoppedWaiting: OutcomeWords;
  /** `checkable`: whether the component can look the outcome up. */
  unknown(facts: { kind: GenerationKind; checkable: boolean }): OutcomeWords;
  billedNothing: string;
  billed(amount: string | undefined): string;
  billedUnknown: string;
  requestId(id: string): string;
}

const money = ({ billed, estimated, estimatedBy = 'gateway' }: CompletedCost): string => {
  if (billed !== undefined) return `Billed ${billed}`;
  if (estimated === undefined) return 'Billed, amount not told';
  return `Billed about ${estimated}, by ${estimatedBy === 'gateway' ? 'the gateway’s estimate' : 'the rate card'}`;
};

const sentence = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' · ');

export const englishProgress: ProgressMessages = {
  label: (kind) => (kind === 'video' ? 'Video generation' : 'Image generation'),
  submitting: 'Submitting',
  queued: 'Queued',
  running: 'Rendering',
  cancelling: 'Cancelling',
  stages: 'Stages',
  stageSubmitted: 'Submitted',
  stageQueued: 'Queued',
  stageRunning: 'Rendering',
  stageReady: 'Ready',
  clock: ({ elapsed, remaining, overdue }) => {
    if (remaining !== undefined) return `${elapsed} · about ${remaining} left`;
    if (overdue === 'slightly') return `${elapsed} · nearly there`;
    return overdue === 'clearly' ? `${elapsed} · longer than usual` : elapsed;
  },
  valueText: (stage, remaining) => (remaining === undefined ? stage : `${stage}, about ${remaining} left`),
  cancelFree: 'Cancel · free',
  cancelBillable: (upTo) => (upTo === undefined ? 'Cancel · may be billed' : `Cancel · may bill up to ${upTo}`),
  stopWaiting: 'Stop waiting · may still be billed',
  check: 'Check again',
  checking: 'Checking',
  retry: 'Try again',
  retryBillable: 'Try again · may be billed again',
  reconnecting: (kind) => ({ title: 'Reconnecting', text: `Your ${thing(kind)} keeps rendering. We’ll pick it up.` }),
  offline: (kind) => ({
    title: 'You are offline',
    text: `Your ${thing(kind)} keeps rendering. We’ll pick it up when you are back.`,
  }),
  completed: ({ took, ...cost }) => ({
    title: 'Ready',
    text: sentence(money(cost), took && `took ${took}`),
  }),
  finishedAnyway: (cost) => ({
    title: 'Finished before it could be cancelled',
    text: sentence(money(cost), 'the result is yours'),
  }),
  cancelledFree: (wasRunning) => ({
    title: 'Cancelled, nothing billed',
    text: wasRunning ? 'It stopped before anything was charged.' : 'It was still in the queue.',
  }),
  cancelledBilled: (amount) => ({
    title: amount === undefined ? 'Cancelled, partly billed' : `Cancelled, ${amount} billed`,
    text: 'For the seconds that were already rendered.',
  }),
  stoppedWaiting: { title: 'Stopped waiting', text: 'It may still finish, and may still be billed.' },
  unknown: ({ kind, checkable }) =>
    checkable
      ? { title: 'Checking what happened', text: 'The answer was lost on the way. Checking never bills twice.' }
      : { title: 'The answer was lost on the way', text: `Your ${thing(kind)} may have been made, and may have been billed.` },
  billedNothing: 'Nothing billed.',
  billed: (amount) => (amount === undefined ? 'It was billed.' : `Billed ${amount}.`),
  billedUnknown: 'It may have been billed.',
  requestId: (id) => `Request ${id}`,
};
