import { englishGenerateButton } from './generate-button.js';
import { type GenerationKind, thing } from './parts.js';

export interface GenerateMessages {
  /** Name of the panel, and title of its dialog. */
  title: string;
  results: string;
  /** Hands a result to the app. */
  choose: string;
  /** The same, of one among several. */
  chooseOne(index: string, count: string): string;
  close: string;
  /** What closing means while something is being made. */
  closing(kind: GenerationKind): string;
  open: string;
  opening: string;
  openFailed: string;
  /** On the button, while its dialog is closed. */
  making(kind: GenerationKind): string;
  made: string;
  notMade: string;
  /** What a screen reader is told when it ends behind a closed dialog. */
  madeNews(kind: GenerationKind): string;
  notMadeNews(kind: GenerationKind): string;
}

export const englishGenerate: GenerateMessages = {
  ...englishGenerateButton,
  title: 'Generate',
  results: 'Results',
  choose: 'Use this',
  chooseOne: (index, count) => `Use ${index} of ${count}`,
  close: 'Close',
  closing: (kind) => `You can close this: your ${thing(kind)} goes on, and the button says when it is ready.`,
  making: (kind) => (kind === 'video' ? 'Making your clip' : 'Making your image'),
  made: 'Ready',
  notMade: 'Not made',
  madeNews: (kind) => `Your ${thing(kind)} is ready.`,
  notMadeNews: (kind) => `Your ${thing(kind)} was not made. Open it to see why.`,
};
