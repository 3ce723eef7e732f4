import type { PromptDraft } from '../draft/draft.js';
import type { SavedDraft } from './states.js';

/** What of a draft is a text, and a number, beside its prompt. */
const TEXTS = ['aspectRatio', 'size', 'resolution', 'quality', 'style', 'stylePreset', 'motionIntensity', 'outputFormat', 'negativePrompt'] as const;
const NUMBERS = ['outputCompression', 'n', 'durationSeconds', 'seed'] as const;
const FIELDS = [...TEXTS, ...NUMBERS];

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number' && value >= 0 && Number.isFinite(value);

/** A draft as it is saved: its own kind's model alone, and nothing that is not set. */
export function savedDraft(draft: PromptDraft): SavedDraft {
  const model = draft.models?.[draft.kind];
  const set = FIELDS.filter((name) => draft[name] !== undefined).map((name) => [name, draft[name]]);
  return { ...Object.fromEntries(set), kind: draft.kind, prompt: draft.prompt, ...(model === undefined ? {} : { models: { [draft.kind]: model } }) };
}

/**
 * The same of what somebody else wrote.
 *
 * @returns what is wrong with it, where it is none
 */
export function readDraft(fields: Readonly<Record<string, unknown>>): SavedDraft | string {
  const { kind, prompt, models } = fields;
  if (kind !== 'image' && kind !== 'video') return 'its kind is neither image nor video';
  if (!isText(prompt) || prompt.trim() === '') return 'it has no prompt';
  const wrong = TEXTS.find((name) => fields[name] !== undefined && !isText(fields[name])) ?? NUMBERS.find((name) => fields[name] !== undefined && !isNumber(fields[name]));
  if (wrong !== undefined) return `its ${wrong} is not what it should be`;
  const model: unknown = typeof models === 'object' && models !== null ? (models as Record<string, unknown>)[kind] : undefined;
  if (model !== undefined && !isText(model)) return 'its model is no text';
  // Each was looked at by its name.
  return savedDraft({ ...(fields as Partial<SavedDraft>), kind, prompt, models: { [kind]: model } });
}

const none = (): Partial<SavedDraft> => Object.fromEntries(FIELDS.map((name) => [name, undefined]));

/** The change that makes a form ask for it. The picture that it starts from stays, and so does the model for the other kind. */
export function changeTo(saved: SavedDraft, before: PromptDraft): SavedDraft {
  return { ...none(), ...saved, models: { ...before.models, [saved.kind]: saved.models?.[saved.kind] } };
}

/** The change that makes it ask again for what it asked for before; its picture stays what it is now. */
export function changeBack({ image: _image, mask: _mask, parent: _parent, ...before }: PromptDraft): SavedDraft {
  return { ...none(), models: undefined, ...before };
}
