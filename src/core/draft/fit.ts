import type { GenerationParent } from '../catalog/requests.js';
import { proportion, ratioOf } from '../catalog/shape.js';
import type { RecommendedParams } from '../recommend/brief.js';
import type { DraftField, PromptDraft } from './draft.js';
import type { ChoiceName, DraftFields, Shape, WholeField, WholeName } from './fields.js';

/** A wish that the model does not grant. */
export interface DraftChange {
  field: DraftField;
  /** What was wished; `undefined` for an image. */
  from: string | number | undefined;
  /** What is sent in its place; `undefined` when nothing is. */
  to: string | number | undefined;
}

/** What is sent beside the model and the prompt. Only what the fields offer is there. */
export interface DraftValues {
  aspectRatio?: string;
  size?: string;
  resolution?: string;
  quality?: string;
  style?: string;
  stylePreset?: string;
  motionIntensity?: string;
  outputFormat?: string;
  outputCompression?: number;
  n?: number;
  durationSeconds?: number;
  seed?: number;
  negativePrompt?: string;
  image?: Blob | string;
  mask?: Blob;
  parent?: GenerationParent;
}

interface FittedDraft {
  values: DraftValues;
  /** Wishes that were bent or are left out, in the order of the form. */
  changes: readonly DraftChange[];
}

const CHOICES: readonly ChoiceName[] = ['resolution', 'quality', 'style', 'stylePreset', 'motionIntensity', 'outputFormat'];
const WHOLES: readonly WholeName[] = ['durationSeconds', 'n', 'seed'];

/**
 * Each wish as far as the fields grant it, and what had to give. Pure. Where nothing is wished, what
 * was recommended holds, and then the model's own default.
 */
export function fitDraft(draft: PromptDraft, fields: DraftFields, recommended: RecommendedParams = {}): FittedDraft {
  const values: DraftValues = {};
  const changes: DraftChange[] = [];
  fitShape(draft, fields, recommended, values, changes);
  for (const name of CHOICES) fitChoice(name, draft, fields, recommended, values, changes);
  for (const name of WHOLES) fitWhole(name, draft, fields, recommended, values, changes);
  if (values.outputFormat !== undefined && fields.compressed.includes(values.outputFormat)) {
    fitWhole('outputCompression', draft, fields, {}, values, changes);
  }
  fitTexts(draft, fields, values, changes);
  fitImage(draft, fields, values, changes);
  return { values, changes };
}

function fitShape(draft: PromptDraft, fields: DraftFields, recommended: RecommendedParams, values: DraftValues, changes: DraftChange[]): void {
  const { shapes } = fields;
  const wished = draft.aspectRatio ?? ratioIn(draft.size);
  const usual = recommended.aspectRatio ?? ratioIn(recommended.size) ?? fields.ratio;
  const shape = nearestShape(shapes, wished ?? usual);
  if (shape === undefined) return;
  const [size] = [draft.size, recommended.size, fields.size, ...shape.sizes].filter((each) => each !== undefined && shape.sizes.includes(each));
  values.aspectRatio = shape.ratio;
  if (size !== undefined) values.size = size;
  if (draft.aspectRatio !== undefined && draft.aspectRatio !== shape.ratio) {
    changes.push({ field: 'aspectRatio', from: draft.aspectRatio, to: shape.ratio });
  } else if (draft.size !== undefined && size !== draft.size && shape.sizes.length > 0 && ratioIn(draft.size) === shape.ratio) {
    changes.push({ field: 'size', from: draft.size, to: size });
  }
}

/** A size may have been typed for a model that takes any, and be none. */
function ratioIn(size: string | undefined): string | undefined {
  return size !== undefined && /^\d+x\d+$/.test(size) ? ratioOf(size) : undefined;
}

/** The outline that looks most like it. */
function nearestShape(shapes: readonly Shape[], wished: string | undefined): Shape | undefined {
  const target = proportion(wished);
  const distance = ({ ratio }: Shape) => (ratio === wished ? -1 : Math.abs(Math.log(proportion(ratio) / target)));
  return shapes.reduce<Shape | undefined>((best, shape) => (best === undefined || distance(shape) < distance(best) ? shape : best), undefined);
}

function fitChoice(name: ChoiceName, draft: PromptDraft, fields: DraftFields, recommended: RecommendedParams, values: DraftValues, changes: DraftChange[]): void {
  const field = fields.choices[name];
  const wished = draft[name];
  if (field === undefined) {
    // A wish of the other kind is no wish of this one.
    if (wished !== undefined && belongs(name, draft.kind) && !fields.texts.some((text) => text === name)) changes.push({ field: name, from: wished, to: undefined });
    return;
  }
  const proposed = name === 'quality' || name === 'resolution' ? recommended[name] : undefined;
  const value = [wished, proposed, field.default].find((each) => each !== undefined && field.options.includes(each));
  if (value !== undefined) values[name] = value;
  if (wished !== undefined && value !== wished) changes.push({ field: name, from: wished, to: value });
}

function fitWhole(name: WholeName, draft: PromptDraft, fields: DraftFields, recommended: Partial<Record<WholeName, number>>, values: DraftValues, changes: DraftChange[]): void {
  const field = fields.wholes[name];
  const wished = draft[name];
  if (field === undefined) {
    if (wished !== undefined && belongs(name, draft.kind)) changes.push({ field: name, from: wished, to: undefined });
    return;
  }
  const value = wished === undefined ? (recommended[name] ?? field.default) : within(wished, field, name);
  if (value !== undefined) values[name] = value;
  if (wished !== undefined && value !== wished) changes.push({ field: name, from: wished, to: value });
}

/** A seed that is none is not bent into another: it would draw another picture. */
function within(wished: number, field: WholeField, name: WholeName): number | undefined {
  if (name === 'seed' || !Number.isFinite(wished)) return isWithin(wished, field) ? wished : field.default;
  return Math.min(field.max ?? Number.MAX_SAFE_INTEGER, Math.max(field.min, Math.round(wished)));
}

/** Whether a field takes this number. */
export function isWithin(value: number, { min, max = Number.MAX_SAFE_INTEGER }: WholeField): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

function fitTexts(draft: PromptDraft, fields: DraftFields, values: DraftValues, changes: DraftChange[]): void {
  for (const name of fields.texts) {
    const text = draft[name]?.trim();
    if (text !== undefined && text !== '') values[name] = text;
  }
  const unwanted = draft.negativePrompt?.trim();
  if (unwanted && !fields.texts.includes('negativePrompt')) changes.push({ field: 'negativePrompt', from: unwanted, to: undefined });
}

function fitImage({ image, mask, parent }: PromptDraft, fields: DraftFields, values: DraftValues, changes: DraftChange[]): void {
  if (image === undefined) return;
  const takes = fields.image;
  const leaveOut = (field: 'image' | 'mask') => void changes.push({ field, from: undefined, to: undefined });
  if (takes === undefined) return leaveOut('image');
  // In whichever form it is: a file can be put where it has an address, and an address can be read.
  Object.assign(values, { image }, parent && { parent }, takes.mask && mask && { mask });
  if (mask !== values.mask) leaveOut('mask');
}

const OF_IMAGES: ReadonlySet<DraftField> = new Set(['size', 'quality', 'style', 'outputFormat', 'outputCompression', 'n']);
const OF_VIDEOS: ReadonlySet<DraftField> = new Set(['resolution', 'stylePreset', 'motionIntensity', 'durationSeconds']);

function belongs(field: DraftField, kind: PromptDraft['kind']): boolean {
  return kind === 'image' ? !OF_VIDEOS.has(field) : !OF_IMAGES.has(field);
}
