import type { SavedPrompt } from './states.js';

/** Those in which each word of the text is somewhere. */
export function searchPrompts(prompts: readonly SavedPrompt[], text: string): SavedPrompt[] {
  const words = plain(text).split(/\s+/).filter((word) => word !== '');
  return prompts.filter(({ name, tags, draft }) => {
    const all = plain([name, ...tags, draft.prompt, draft.models?.[draft.kind] ?? ''].join('\n'));
    return words.every((word) => all.includes(word));
  });
}

/** Capitals and accents aside. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
