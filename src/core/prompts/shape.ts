import { BytespikeError } from '../base/errors.js';
import { fieldsOf } from '../base/fields.js';
import { PROMPT_LIMIT } from '../draft/issues.js';
import { readDraft } from './draft-of.js';
import type { SavedPrompt } from './states.js';

/** So many may be saved. @source ours: what one looks through, and storage of 5 MB has room for beside the history */
export const MOST_PROMPTS = 200;
/** Characters of a name. @source ours: a line */
const LONGEST_NAME = 100;
/** @source ours */
const MOST_TAGS = 10;
/** Characters of a tag. @source ours: a word or two */
const LONGEST_TAG = 40;
const LONGEST_ID = 128;

const isText = (value: unknown): value is string => typeof value === 'string';
const isMoment = (value: unknown): value is number => typeof value === 'number' && value >= 0 && Number.isFinite(value);

/**
 * A saved prompt out of what somebody else wrote: storage, another release, a file.
 *
 * @returns what is wrong with it, where it is none
 */
export function readPrompt(value: unknown): SavedPrompt | string {
  const { id, name, tags, draft, createdAt, changedAt } = fieldsOf(value) ?? {};
  if (!isText(id) || id === '' || id.length > LONGEST_ID) return 'it has no id';
  if (!isText(name)) return 'it has no name';
  if (!Array.isArray(tags) || !tags.every(isText)) return 'its tags are no texts';
  if (!isMoment(createdAt) || !isMoment(changedAt)) return 'it does not say when it was saved';
  const read = readDraft(fieldsOf(draft) ?? {});
  if (isText(read)) return read;
  const prompt = { id, name, tags, draft: read, createdAt, changedAt };
  return faultOf(prompt)?.message ?? prompt;
}

/** Why a prompt is not saved; `undefined` where it is. */
export function faultOf({ name, tags, draft }: Pick<SavedPrompt, 'name' | 'tags' | 'draft'>): { field: string; message: string } | undefined {
  if (draft.prompt.trim() === '') return { field: 'prompt', message: 'it has no prompt' };
  if (draft.prompt.length > PROMPT_LIMIT) return { field: 'prompt', message: `its prompt is longer than ${PROMPT_LIMIT} characters` };
  if (name.length > LONGEST_NAME) return { field: 'name', message: `its name is longer than ${LONGEST_NAME} characters` };
  if (tags.length > MOST_TAGS || tags.some(({ length }) => length > LONGEST_TAG)) return { field: 'tags', message: `it has more than ${MOST_TAGS} tags, or one of more than ${LONGEST_TAG} characters` };
  return undefined;
}

export function refused(field: string, message: string): BytespikeError {
  return new BytespikeError({ code: 'invalid_param', field, message });
}

/** Without blanks around, and none twice. */
export const tidyTags = (tags: readonly string[]): string[] => [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))];
