import { useState } from 'react';
import { type DraftFields, type DraftIssue, type PromptDraft, readWhole, wholeIssue, type WholeName } from '../../core/draft/index.js';

const NAMES: readonly WholeName[] = ['n', 'durationSeconds', 'outputCompression', 'seed'];

/** What is typed into the fields for numbers, while it is none that the model takes. It stays until it is changed. */
interface Typed {
  text: string;
  /** The draft's value when it was typed: another one from outside takes its place. */
  over: number | undefined;
}

export interface TypedNumbers {
  /** The draft with what is typed and taken by now, as by a model that takes more. */
  draft: PromptDraft;
  text(name: WholeName, shown: number | undefined): string;
  type(name: WholeName, text: string): void;
  /** The person left the field: one that was emptied shows what is sent again. */
  leave(name: WholeName): void;
  issues(fields: DraftFields): DraftIssue[];
}

export function useTyped(draft: PromptDraft, fieldsNow: (draft: PromptDraft) => DraftFields, change: (part: Partial<PromptDraft>) => void): TypedNumbers {
  const [typed, setTyped] = useState<Partial<Record<WholeName, Typed>>>({});
  const current = NAMES.flatMap((name) => {
    const entry = typed[name];
    return entry === undefined || entry.over !== draft[name] ? [] : [{ name, text: entry.text }];
  });
  const fields = fieldsNow(draft);
  const taken = current.filter(({ name, text }) => fields.wholes[name] !== undefined && wholeIssue(name, text, fields.wholes[name]) === undefined);
  return {
    draft: { ...draft, ...Object.fromEntries(taken.map(({ name, text }) => [name, readWhole(text)])) },
    text: (name, shown) => current.find((entry) => entry.name === name)?.text ?? (shown === undefined ? '' : String(shown)),
    type(name, text) {
      const field = fields.wholes[name];
      if (field === undefined) return;
      const { [name]: _before, ...others } = typed;
      const isTaken = wholeIssue(name, text, field) === undefined;
      // An emptied field that has a value of its own stays empty while it is being typed in.
      const stays = !isTaken || (text === '' && field.default !== undefined);
      const value = isTaken ? readWhole(text) : draft[name];
      setTyped(stays ? { ...others, [name]: { text, over: value } } : others);
      if (value !== draft[name]) change({ [name]: value });
    },
    leave(name) {
      if (typed[name]?.text === '') setTyped({ ...typed, [name]: undefined });
    },
    issues: ({ wholes }) =>
      current.flatMap(({ name, text }) => (wholes[name] === undefined ? [] : (wholeIssue(name, text, wholes[name]) ?? []))),
  };
}
