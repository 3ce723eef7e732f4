import { type GenerationKind, type OutcomeWords, thing } from './parts.js';

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

export const englishAsset: AssetMessages = {
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
};
