import type { Reuse } from '../../core/draft/reuse.js';
import type { Counted } from './gallery.js';
import { type GenerationKind, type OutcomeWords, thing } from './parts.js';

/** One among several. The numbers are formatted for the locale already. */
export interface Place {
  index: string;
  count: string;
}

export interface AssetMessages {
  label(kind: GenerationKind, count: number): string;
  /** Text alternative. `place` is absent for the only one. */
  alt(facts: { kind: GenerationKind; prompt: string | undefined; place: Place | undefined }): string;
  empty(kind: GenerationKind): string;
  rendering(kind: GenerationKind): string;
  stopped(kind: GenerationKind): string;
  /** The task's outcome is not known. */
  unknown(kind: GenerationKind): string;
  /** The safety filter stopped it. */
  blocked: OutcomeWords;
  editPrompt: string;
  unsafe(kind: GenerationKind): OutcomeWords;
  expired(kind: GenerationKind): OutcomeWords;
  broken(kind: GenerationKind): OutcomeWords;
  /** Base64 that does not decode. */
  unreadable(kind: GenerationKind): OutcomeWords;
  reload: string;
  /** What is done with one of several, as the accessible name of its button. `place` is absent for the only one. */
  action(label: string, place: Place | undefined): string;
  /** Name of the group of buttons. */
  actions(place: Place | undefined): string;
  enlarge: string;
  /** What a button needs could not be loaded. */
  notLoaded: string;
  prompt: string;
  revisedPrompt: string;
  pixels(width: string, height: string): string;
  copyImage: string;
  imageCopied: string;
  /** `server` forbids to read it, or `browser` cannot copy images at all. */
  imageNotCopied(why: 'server' | 'browser'): string;
  copyPrompt: string;
  /** The same as the accessible name of its button: which of two prompts. */
  copyOf(title: string): string;
  promptCopied: string;
  promptNotCopied: string;
  reuse(how: Reuse): string;
  download: string;
  downloading: string;
  downloadInTab: string;
  downloadInTabNote: string;
  downloadGone: string;
  /** `minutes` that are left of a link; `canRenew`: there is a button for it. */
  expires(facts: { minutes: Counted; canRenew: boolean }): string;
  /** It is still shown; whether it can be loaded again only trying tells. */
  expiredShown(kind: GenerationKind): string;
  renew: string;
  renewing: string;
  notRenewed: string;
}

const REUSE: Record<Reuse, string> = {
  reference: 'Use as reference',
  sameSeed: 'Same seed',
  remix: 'Remix',
  variations: 'Variations',
};

const of = ({ index, count }: Place): string => `${index} of ${count}`;

export const englishAsset: AssetMessages = {
  label: (kind, count) => {
    if (kind === 'video') return count === 1 ? 'Generated video' : 'Generated videos';
    return count === 1 ? 'Generated image' : 'Generated images';
  },
  alt: ({ kind, prompt, place }) => {
    const text = prompt ?? (kind === 'video' ? 'Generated video' : 'Generated image');
    return place === undefined ? text : `${text} (${of(place)})`;
  },
  empty: (kind) => `Your ${thing(kind)} appears here`,
  rendering: (kind) => `Your ${thing(kind)} is on its way`,
  stopped: (kind) => `No ${thing(kind)} was made`,
  unknown: (kind) => `Whether your ${thing(kind)} was made is not known yet`,
  blocked: { title: 'Blocked by the safety filter', text: 'Your prompt is kept below. Change it and try again.' },
  editPrompt: 'Edit the prompt',
  unsafe: (kind) => ({ title: 'Not shown', text: `The address of this ${thing(kind)} is not a safe one.` }),
  expired: (kind) => ({ title: 'This link has expired', text: `Its time was over before it was loaded. Generate the ${thing(kind)} again to get a new one.` }),
  broken: (kind) => ({ title: `This ${thing(kind)} could not be loaded`, text: 'Check the connection and load it again.' }),
  unreadable: (kind) => ({ title: `This ${thing(kind)} could not be read`, text: 'Its data arrived damaged. Generate it again.' }),
  reload: 'Load again',
  action: (label, place) => (place === undefined ? label : `${label}, ${of(place)}`),
  actions: (place) => (place === undefined ? 'Actions' : `Actions for ${of(place)}`),
  enlarge: 'View larger',
  notLoaded: 'This could not be loaded. Check the connection and try again.',
  prompt: 'Prompt',
  revisedPrompt: 'Prompt as the model rewrote it',
  pixels: (width, height) => `${width} × ${height}`,
  copyImage: 'Copy image',
  imageCopied: 'Image copied',
  imageNotCopied: (why) =>
    why === 'server' ? 'Its server does not allow copying from here. Download it instead.' : 'This browser does not copy images here. Download it instead.',
  copyPrompt: 'Copy prompt',
  copyOf: (title) => `Copy prompt: ${title}`,
  promptCopied: 'Prompt copied',
  promptNotCopied: 'This browser does not copy text here. Select the prompt and copy it.',
  reuse: (how) => REUSE[how],
  download: 'Download',
  downloading: 'Downloading',
  downloadInTab: 'Open in a new tab',
  downloadInTabNote: 'Its server does not allow saving from here. Save it from the new tab.',
  downloadGone: 'The link no longer works, so there is nothing left to save.',
  expires: ({ minutes, canRenew }) =>
    canRenew ? `This link expires in ${minutes.written} min. Download it, or renew the link.` : `This link expires in ${minutes.written} min. Download it to keep it.`,
  expiredShown: (kind) => `This link’s time is over. Download the ${thing(kind)} now: it may be gone when you leave the page.`,
  renew: 'Renew the link',
  renewing: 'Renewing the link',
  notRenewed: 'The link could not be renewed. Try again, or download it now.',
};
