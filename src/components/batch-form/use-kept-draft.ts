import { useState } from 'react';
import { type BatchDraft, emptyDraft } from '../../core/batch/batch-draft.js';
import { keptDraft } from '../../core/batch/kept-draft.js';
import { useBytespike } from '../../react/provider.js';
import type { GenerationKind } from '../../react/words/parts.js';
import type { FormSettings } from './settings.js';

/** The draft of the page, or one of our own, which is there again after a reload where it has a name. */
export function useKeptDraft({ value, defaultValue, onValueChange, persist }: FormSettings, kinds: readonly GenerationKind[]): [BatchDraft, (change: Partial<BatchDraft>) => void] {
  const { client } = useBytespike();
  const kind = kinds[0] ?? 'image';
  const open = () => {
    const kept = client !== undefined && persist !== undefined ? keptDraft(client, persist) : undefined;
    return { client, persist, kept, draft: kept?.get() ?? { ...emptyDraft(kind), ...defaultValue } };
  };
  const [held, setHeld] = useState(open);
  let own = held;
  // Another user's, or that of another place.
  if (held.client !== client || held.persist !== persist) {
    own = open();
    setHeld(own);
  }
  const given = value ?? own.draft;
  const draft = kinds.includes(given.kind) ? given : { ...given, kind };
  const change = (part: Partial<BatchDraft>) => {
    const next = { ...draft, ...part };
    if (value === undefined) {
      own.kept?.set(next);
      setHeld({ ...own, draft: next });
    }
    onValueChange?.(next);
  };
  return [draft, change];
}
