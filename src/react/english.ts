import { englishErrors } from './english-errors.js';
import type { GenerationKind, Messages } from './messages.js';

const money = (billed: string | undefined, estimated: string | undefined): string | undefined => {
  if (billed !== undefined) return `Billed ${billed}`;
  return estimated === undefined ? undefined : `Estimated ${estimated}, final amount to come`;
};

const sentence = (...parts: readonly (string | undefined)[]): string => {
  const said = parts.filter((part) => part !== undefined && part !== '');
  return said.join(' · ');
};

const thing = (kind: GenerationKind): string => (kind === 'video' ? 'clip' : 'image');

export const english: Messages = {
  units: {
    duration: ({ minutes, seconds }) => (minutes === undefined ? `${seconds} s` : `${minutes} min ${seconds} s`),
  },
  progress: {
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
    cancelBillable: (upTo) => (upTo === undefined ? 'Cancel · may bill what is rendered' : `Cancel · may bill up to ${upTo}`),
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
    completed: ({ billed, estimated, took }) => ({
      title: 'Ready',
      text: sentence(money(billed, estimated), took && `took ${took}`),
    }),
    finishedAnyway: ({ billed, estimated }) => ({
      title: 'Finished before it could be cancelled',
      text: sentence(money(billed, estimated), 'the result is yours'),
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
        ? { title: 'Checking what happened', text: 'The answer was lost on the way. Checking never starts or bills anything twice.' }
        : { title: 'The answer was lost on the way', text: `Your ${thing(kind)} may have been made, and may have been billed.` },
    billedNothing: 'Nothing billed.',
    billed: (amount) => (amount === undefined ? 'It was billed.' : `Billed ${amount}.`),
    billedUnknown: 'It may have been billed.',
    requestId: (id) => `Request ${id}`,
  },
  errors: englishErrors,
  asset: {
    label: (kind, count) => {
      if (kind === 'video') return count === 1 ? 'Generated video' : 'Generated videos';
      return count === 1 ? 'Generated image' : 'Generated images';
    },
    alt: ({ kind, prompt, index, count }) => {
      const text = prompt ?? (kind === 'video' ? 'Generated video' : 'Generated image');
      return count === 1 ? text : `${text} (${index} of ${count})`;
    },
    empty: (kind) => `Your ${thing(kind)} appears here`,
    rendering: (kind) => `Your ${thing(kind)} is on its way`,
    stopped: (kind) => `No ${thing(kind)} was made`,
    unknown: (kind) => `Whether your ${thing(kind)} was made is not known yet`,
    unsafe: (kind) => ({ title: 'Not shown', text: `The address of this ${thing(kind)} is not a safe one.` }),
    expired: (kind) => ({ title: 'This link has expired', text: `Links last 24 hours. Generate the ${thing(kind)} again to get a new one.` }),
    broken: (kind) => ({ title: `This ${thing(kind)} could not be loaded`, text: 'Check the connection and load it again.' }),
    unreadable: (kind) => ({ title: `This ${thing(kind)} could not be read`, text: 'Its data arrived damaged. Generate it again.' }),
    reload: 'Load again',
    revisedPrompt: 'Prompt as the model rewrote it',
    pixels: (width, height) => `${width} × ${height}`,
    download: 'Download',
    downloadOne: (index, count) => `Download ${index} of ${count}`,
    downloading: 'Downloading',
    downloadInTab: 'Open in a new tab',
    downloadInTabNote: 'Its server does not allow saving from here. Save it from the new tab.',
    downloadGone: 'The link no longer works, so there is nothing left to save.',
  },
};
