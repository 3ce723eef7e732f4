import { fieldsOf } from '../base/fields.js';
import { readWishes } from '../records/record-shape.js';
import type { PromptDraft } from './draft.js';

/** As it was written down, without the files in it. What is not what it should be is left out; `undefined` for what is no draft. */
export function readDraft(written: unknown): PromptDraft | undefined {
  const { kind, prompt, models, ...fields } = fieldsOf(written) ?? {};
  if ((kind !== 'image' && kind !== 'video') || typeof prompt !== 'string') return undefined;
  const { parent, ...wishes } = readWishes(fields);
  // What result a file was of is not known of another one.
  const of = wishes['image'] !== undefined && fieldsOf(parent) !== undefined && { parent: parent as PromptDraft['parent'] };
  return { ...wishes, ...of, kind, prompt, models: readWishes(fieldsOf(models) ?? {}) };
}
