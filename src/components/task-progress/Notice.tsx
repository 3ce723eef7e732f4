import type { ReactNode } from 'react';
import type { OutcomeWords } from '../../react/words/parts.js';
import { type ProgressWords, useProgressWords } from './words.js';
import { type Generation, generationKind, type GenerationStatus, isActive, isImage } from '../generation.js';
import { errorWords } from './outcome.js';
import { OutcomeText } from './OutcomeText.js';

/** The news of it is in trouble; the generation is not. */
export function Notice({ id, ...said }: OutcomeWords & { id: string }): ReactNode {
  return (
    <div id={id} className="bs-notice" data-tone="warn">
      <OutcomeText {...said} />
    </div>
  );
}

/** What to say about the connection; `undefined` while there is nothing to say. */
export function useNotice(generation: Generation, status: GenerationStatus): OutcomeWords | undefined {
  return noticeOf(generation, status, useProgressWords());
}

function noticeOf(generation: Generation, status: GenerationStatus, words: ProgressWords): OutcomeWords | undefined {
  if (!isActive(status) || isImage(generation)) return undefined;
  const { progress } = words.messages;
  const kind = generationKind(generation);
  if (generation.connection === 'offline') return progress.offline(kind);
  if (generation.connection === 'reconnecting') return progress.reconnecting(kind);
  // Nobody follows it any more: the reads themselves were refused.
  if (generation.connection !== 'idle' || generation.error === undefined) return undefined;
  const { title, advice } = errorWords(generation, words);
  return { title, text: advice };
}
