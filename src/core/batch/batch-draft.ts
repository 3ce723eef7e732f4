import { type Fields, fieldsOf } from '../base/fields.js';
import type { PromptDraft } from '../draft/draft.js';
import { readWishes } from '../records/record-shape.js';

/** What is asked of all of a batch, beside prompts and models: wishes, which a model takes as far as it can. */
export type BatchWishes = Pick<PromptDraft, 'aspectRatio' | 'size' | 'resolution' | 'quality' | 'n' | 'durationSeconds' | 'negativePrompt'>;

/** What a person asks for at once. Plain data. */
export interface BatchDraft extends BatchWishes {
  kind: 'image' | 'video';
  /** Prompts, one a line. `{{names}}` in them stand for values of `rows`. */
  text: string;
  /** A row is a prompt of each line with names in it: values by name. */
  rows?: readonly Readonly<Record<string, string>>[] | undefined;
  /** Ids of the models, for each kind. */
  models?: { readonly image?: readonly string[] | undefined; readonly video?: readonly string[] | undefined } | undefined;
}

const TEXTS = ['aspectRatio', 'size', 'resolution', 'quality', 'negativePrompt'] as const;
const NUMBERS = ['n', 'durationSeconds'] as const;

export function emptyDraft(kind: BatchDraft['kind']): BatchDraft {
  return { kind, text: '' };
}

/** The wishes as those of a single prompt, of which the same is known. */
export function wishesOf(draft: BatchDraft): PromptDraft {
  const set = [...TEXTS, ...NUMBERS].map((name) => [name, draft[name]] as const).filter(([, value]) => value !== undefined);
  return { ...(Object.fromEntries(set) as BatchWishes), kind: draft.kind, prompt: '' };
}

/** As it was written down. What is not what it should be is left out; `undefined` for what is no draft. */
export function readBatchDraft(written: unknown): BatchDraft | undefined {
  const fields = fieldsOf(written);
  const { kind, text: prompts, rows, models, ...wishes } = fields ?? {};
  if (fields === undefined || (kind !== 'image' && kind !== 'video') || typeof prompts !== 'string') return undefined;
  const chosen = fieldsOf(models);
  return {
    ...readWishes(wishes),
    kind,
    text: prompts,
    ...(Array.isArray(rows) && { rows: rows.map((row) => textsIn(fieldsOf(row) ?? {})) }),
    ...(chosen && { models: { image: listIn(chosen['image']), video: listIn(chosen['video']) } }),
  };
}

const textsIn = (row: Fields) => Object.fromEntries(Object.entries(row).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
const listIn = (list: unknown) => (Array.isArray(list) ? list.filter((one) => typeof one === 'string') : undefined);
