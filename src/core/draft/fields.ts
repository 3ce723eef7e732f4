import { defaultDuration } from '../catalog/cost.js';
import type { ImageModel, Model, VideoModel } from '../catalog/model.js';
import type { ModelEntry } from '../catalog/models.js';
import { proportion, ratioOf } from '../catalog/shape.js';
import { type ReferenceForms, referenceOf } from '../catalog/start-image.js';

/** One outline, and the sizes in pixels in which an image has it; of a video, and where a model only takes the ratio, none. */
export interface Shape {
  /** `"16:9"`. */
  ratio: string;
  sizes: readonly string[];
}

export interface ChoiceField {
  options: readonly string[];
  /** Absent: the reference names none, and nothing is sent until one is chosen. */
  default?: string | undefined;
}

export interface WholeField {
  min: number;
  /** Absent: no limit is known. */
  max?: number | undefined;
  /** Absent: nothing is sent until a number is given. */
  default?: number | undefined;
}

export type ChoiceName = 'quality' | 'style' | 'resolution' | 'stylePreset' | 'motionIntensity' | 'outputFormat';
export type WholeName = 'n' | 'durationSeconds' | 'outputCompression' | 'seed';
/** Free text. All but `negativePrompt` only of a model whose options nobody knows. */
export type TextName = 'negativePrompt' | 'size' | 'aspectRatio' | 'resolution';

/** What a model takes beside the prompt: exactly this is offered. */
export interface DraftFields {
  shapes: readonly Shape[];
  /** The shape when none is wished. */
  ratio?: string | undefined;
  /** The size when none is wished. */
  size?: string | undefined;
  choices: { readonly [Name in ChoiceName]?: ChoiceField };
  wholes: { readonly [Name in WholeName]?: WholeField };
  texts: readonly TextName[];
  /** The formats for which `outputCompression` is taken. */
  compressed: readonly string[];
  /** How it takes an image to start from; absent: not at all. */
  image?: ReferenceForms | undefined;
}

/** The widest seed that is the same number in every language that might pass it on. */
const SEED: WholeField = { min: 0, max: 2 ** 32 - 1 };

/** The fields of one model. One that the catalog does not know takes anything, as free text and numbers. */
export function fieldsOf({ kind, facts }: Pick<ModelEntry, 'kind' | 'facts'>): DraftFields {
  if (facts === undefined) return openFields(kind);
  return facts.kind === 'image' ? imageFields(facts) : videoFields(facts);
}

function imageFields(model: ImageModel): DraftFields {
  const { quality, style, formats, aspectRatios, sizes, defaultSize, maxN } = model;
  return {
    shapes: imageShapes(sizes, aspectRatios ?? []),
    ratio: ratioOf(defaultSize),
    size: defaultSize,
    choices: {
      ...(quality && { quality }),
      ...(style && { style }),
      ...(formats && { outputFormat: { options: formats.options, default: formats.default } }),
    },
    wholes: {
      n: { min: 1, max: maxN, default: 1 },
      ...(formats && { outputCompression: { min: formats.compression.min, max: formats.compression.max } }),
      ...seedOf(model),
    },
    texts: model.negativePrompt ? ['negativePrompt'] : [],
    compressed: formats?.compression.onlyFor ?? [],
    image: referenceOf(model),
  };
}

/** By size where there is one, and by ratio alone for the others that the model takes: the two never contradict. */
function imageShapes(sizes: readonly string[], ratios: readonly string[]): Shape[] {
  const all = new Set([...sizes.map(ratioOf), ...ratios]);
  return [...all].map((ratio) => ({ ratio, sizes: sizes.filter((size) => ratioOf(size) === ratio) }));
}

function videoFields(model: VideoModel): DraftFields {
  const { aspectRatios, resolutions, defaultResolution, duration, stylePresets, motionIntensity } = model;
  return {
    shapes: aspectRatios.map((ratio) => ({ ratio, sizes: [] })),
    ratio: aspectRatios[0],
    choices: {
      resolution: { options: resolutions, default: defaultResolution },
      ...(stylePresets && { stylePreset: { options: stylePresets } }),
      ...(motionIntensity && { motionIntensity }),
    },
    wholes: { durationSeconds: { ...duration, default: defaultDuration(model) }, ...seedOf(model) },
    texts: ['negativePrompt'],
    compressed: [],
    image: referenceOf(model),
  };
}

function seedOf({ seed }: Model): DraftFields['wholes'] {
  return seed ? { seed: SEED } : {};
}

function openFields(kind: 'image' | 'video'): DraftFields {
  const seed = SEED;
  if (kind === 'image') {
    return { shapes: [], choices: {}, wholes: { n: { min: 1 }, seed }, texts: ['size', 'negativePrompt'], compressed: [] };
  }
  const texts = ['resolution', 'aspectRatio', 'negativePrompt'] as const;
  return { shapes: [], choices: {}, wholes: { durationSeconds: { min: 1 }, seed }, texts, compressed: [], image: { file: false, address: true } };
}

/**
 * What can be asked for while the model is left to the recommendation: whatever some model of these
 * grants. What only one model knows, such as its qualities, is left to the recommendation as well.
 */
export function commonFields(models: readonly Pick<ModelEntry, 'kind' | 'facts'>[]): DraftFields {
  const each = models.filter(({ facts }) => facts !== undefined).map(fieldsOf);
  const resolutions = unique(each.flatMap(({ choices }) => choices.resolution?.options ?? []));
  const images = each.flatMap((fields) => fields.image ?? []);
  const image = images.length === 0 ? undefined : { file: images.some(({ file }) => file), address: images.some(({ address }) => address), ...(images.some(({ mask }) => mask) && { mask: true as const }) };
  return {
    shapes: unique(each.flatMap(({ shapes }) => shapes.map(({ ratio }) => ratio)))
      .sort((a, b) => proportion(b) - proportion(a))
      .map((ratio) => ({ ratio, sizes: [] })),
    ratio: each[0]?.ratio,
    choices: resolutions.length > 0 ? { resolution: { options: resolutions } } : {},
    wholes: {
      ...widest('n', each),
      ...widest('durationSeconds', each),
      ...(each.some(({ wholes }) => wholes.seed !== undefined) && { seed: SEED }),
    },
    // Every video model takes it; of the image models only some do, which nobody can ask to be recommended.
    texts: each.length > 0 && each.every(({ texts }) => texts.includes('negativePrompt')) ? ['negativePrompt'] : [],
    compressed: [],
    image,
  };
}

/** The same where there is no way to start from an image. */
export function withoutImage({ image: _image, ...fields }: DraftFields): DraftFields {
  return fields;
}

function widest(name: 'n' | 'durationSeconds', each: readonly DraftFields[]): DraftFields['wholes'] {
  const found = each.flatMap(({ wholes }) => wholes[name] ?? []);
  if (found.length === 0) return {};
  const min = Math.min(...found.map((field) => field.min));
  const max = Math.max(...found.map((field) => field.max ?? min));
  return { [name]: { min, max, default: found[0]?.default } };
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
