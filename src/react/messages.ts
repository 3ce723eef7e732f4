import type { BytespikeErrorCode } from '../core/errors.js';

/** What is being made. */
export type GenerationKind = 'image' | 'video';

/** An outcome in two parts: what happened, then what it means for the person. */
export interface OutcomeWords {
  title: string;
  /** Empty when the title says it all. */
  text: string;
}

/** What an error's words may use. Moments are formatted already. */
export interface ErrorFacts {
  /** The gateway's or this library's own sentence, in English. */
  message: string;
  /** The request field that was refused. */
  field?: string | undefined;
  /** Time of day before which another attempt is refused. */
  retryAt?: string | undefined;
}

/** What went wrong, and what to do; the money is said by `progress.billed`. */
export interface ErrorWords {
  title: string;
  advice: string;
}

export interface UnitMessages {
  /** A length of time. The numbers are formatted for the locale already. */
  duration(parts: { minutes?: string | undefined; seconds: string }): string;
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
  completed(facts: { billed: string | undefined; estimated: string | undefined; took: string | undefined }): OutcomeWords;
  finishedAnyway(facts: { billed: string | undefined; estimated: string | undefined }): OutcomeWords;
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

export interface AssetMessages {
  label(kind: GenerationKind, count: number): string;
  /** Text alternative. `index` counts from 1. */
  alt(facts: { kind: GenerationKind; prompt: string | undefined; index: number; count: number }): string;
  empty(kind: GenerationKind): string;
  rendering(kind: GenerationKind): string;
  stopped(kind: GenerationKind): string;
  /** The task's outcome is not known. */
  unknown(kind: GenerationKind): string;
  unsafe(kind: GenerationKind): OutcomeWords;
  expired(kind: GenerationKind): OutcomeWords;
  broken(kind: GenerationKind): OutcomeWords;
  /** Base64 that does not decode. */
  unreadable(kind: GenerationKind): OutcomeWords;
  reload: string;
  revisedPrompt: string;
  pixels(width: string, height: string): string;
  download: string;
  /** Accessible name of one download button among several. */
  downloadOne(index: string, count: string): string;
  downloading: string;
  downloadInTab: string;
  downloadInTabNote: string;
  downloadGone: string;
}

/** Every word that a person reads or hears from the components, a group for each subject. */
export interface Messages {
  units: UnitMessages;
  progress: ProgressMessages;
  errors: Record<BytespikeErrorCode, (facts: ErrorFacts) => ErrorWords>;
  asset: AssetMessages;
}

/** Words to lay over another set: any of them, group by group. */
export type MessageOverrides = { [Group in keyof Messages]?: Partial<Messages[Group]> | undefined };

/** Overrides laid over messages, or over other overrides. */
export function mergeMessages<T extends MessageOverrides>(base: T, overrides: MessageOverrides | undefined): T {
  if (overrides === undefined) return base;
  const groups = Object.entries(overrides).map(([group, words]) => [group, { ...base[group as keyof Messages], ...words }]);
  return { ...base, ...Object.fromEntries(groups) };
}
