import type { DraftField } from '../../core/draft/draft.js';
import type { GenerationKind } from './parts.js';

/** Numbers, sizes and money are formatted for the locale already. */
export interface FormMessages {
  kinds: string;
  kind(kind: GenerationKind): string;
  promptExample(kind: GenerationKind): string;
  /** `limit` is there once the prompt comes near it. */
  characters(facts: { count: string; limit: string | undefined; isOne: boolean }): string;
  /** Names of the fields, as they stand above them and in what is said of them. */
  field(field: DraftField, kind: GenerationKind): string;
  /** An option of a field, as the catalog spells it. */
  option(option: string): string;
  /** In place of an option, where the model chooses. */
  automatic: string;
  more: string;
  less(field: string): string;
  plus(field: string): string;
  pixels(width: string, height: string): string;
  /** A shape for those who do not see it drawn. */
  shape(facts: { ratio: string; outline: 'wide' | 'tall' | 'square' }): string;
  /** The first entry of the models: whichever is recommended. */
  auto: string;
  /** The same, once it is known which. */
  autoIs(model: string): string;
  autoLooking: string;
  /** In a list of models. */
  notReached(model: string): string;
  /** `isRecent`: as long as such tasks of this person took that ended last. */
  usualWait(facts: { min: string; max: string; isOne: boolean; isRecent: boolean }): string;
  /** The prompt is written in none of the languages that the model reads best. */
  language(facts: { model: string; better: 'english' | 'cjk-native' }): string;
  randomSeed: string;
  pickSeed: string;
  forgetSeed: string;
  addImage(kind: GenerationKind): string;
  dropImage: string;
  removeImage: string;
  imagePreview(kind: GenerationKind): string;
  /** One without a name is called by its field. */
  imageName(name: string): string;
  /** Above what the model does not grant. */
  changesTitle(model: string): string;
  /** `from` and `to` are options or figures for people; `to` is absent when nothing is sent. */
  change(facts: { field: string; from: string | undefined; to: string | undefined }): string;
  /** The chosen model is not among those that may be chosen. */
  modelGone(model: string): string;
  promptEmpty: string;
  promptTooLong(facts: { over: string; isOne: boolean }): string;
  noModel: string;
  notWhole(facts: { min: string; max: string | undefined }): string;
  imageType: string;
  imageTooLarge(facts: { megabytes: string; limit: string }): string;
  imageUnreadable: string;
  /** This page may not read what is at the address, or it is no longer there. */
  imageUnfetched: string;
  imageAddress: string;
  imageNoUpload: string;
  imageUpload: string;
  refused(message: string): string;
  generate: string;
  /** With the price; `exact` is false where it is the most that it can cost. */
  generateFor(facts: { price: string; exact: boolean }): string;
  generating: string;
  uploading: string;
  shortfall(amount: string): string;
  busy(kind: GenerationKind): string;
  /** As it is written on the keyboard. */
  controlKey: string;
}

const FIELDS: Record<DraftField, string> = {
  prompt: 'Prompt',
  model: 'Model',
  aspectRatio: 'Shape',
  size: 'Size',
  resolution: 'Resolution',
  quality: 'Quality',
  style: 'Style',
  stylePreset: 'Style',
  motionIntensity: 'Motion',
  outputFormat: 'Format',
  outputCompression: 'Compression',
  n: 'Images',
  durationSeconds: 'Seconds',
  seed: 'Seed',
  negativePrompt: 'Leave out',
  image: 'Reference image',
  mask: 'Marking',
};

const OPTIONS: Record<string, string> = {
  standard: 'Standard',
  hd: 'HD',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  auto: 'Auto',
  natural: 'Natural',
  vivid: 'Vivid',
  png: 'PNG',
  webp: 'WebP',
  jpeg: 'JPEG',
  cinematic: 'Cinematic',
  anime: 'Anime',
  documentary: 'Documentary',
  none: 'None',
};

const OUTLINES = { wide: 'wide', tall: 'tall', square: 'square' };

export const englishForm: FormMessages = {
  kinds: 'What to make',
  kind: (kind) => (kind === 'video' ? 'Video' : 'Image'),
  promptExample: (kind) =>
    kind === 'video' ? 'Slow zoom into a bowl of ramen, steam rising, window light from the left' : 'A kettle on the left and a mug on the right, morning light',
  characters: ({ count, limit, isOne }) => {
    if (limit !== undefined) return `${count} of ${limit} characters`;
    return isOne ? `${count} character` : `${count} characters`;
  },
  field: (field, kind) => (field === 'image' && kind === 'video' ? 'First frame' : FIELDS[field]),
  option: (option) => OPTIONS[option] ?? option,
  automatic: 'Automatic',
  more: 'More settings',
  less: (field) => `${field}: one less`,
  plus: (field) => `${field}: one more`,
  pixels: (width, height) => `${width} × ${height}`,
  shape: ({ ratio, outline }) => `${ratio}, ${OUTLINES[outline]}`,
  auto: 'Auto',
  autoIs: (model) => `Auto: ${model}`,
  autoLooking: 'Auto: choosing',
  notReached: (model) => `${model} (not available to you)`,
  usualWait: ({ min, max, isOne, isRecent }) => `${isRecent ? 'Recently' : 'Usually'} ${isOne ? min : `${min}–${max}`} s`,
  language: ({ model, better }) =>
    better === 'english' ? `${model} understands prompts in English best.` : `${model} understands prompts in Chinese, Japanese, Korean or English best.`,
  randomSeed: 'Random',
  pickSeed: 'Pick one',
  forgetSeed: 'Make random',
  addImage: (kind) => (kind === 'video' ? 'Drop, paste or choose a first frame' : 'Drop, paste or choose a reference image'),
  dropImage: 'Drop the image here',
  removeImage: 'Remove the image',
  imagePreview: (kind) => (kind === 'video' ? 'The first frame' : 'The reference image'),
  imageName: (name) => name,
  changesTitle: (model) => `Changed for ${model}`,
  change: ({ field, from, to }) => {
    if (to === undefined) return `${field}: left out, and kept for a model that takes it`;
    return from === undefined ? `${field}: ${to}` : `${field}: ${to} instead of ${from}`;
  },
  modelGone: (model) => `${model} is not available here. Another model takes its place.`,
  promptEmpty: 'Say in a few words what to make.',
  promptTooLong: ({ over, isOne }) => (isOne ? `${over} character too long. Shorten it.` : `${over} characters too long. Shorten it.`),
  noModel: 'No model can do all of this at once. Change the shape, the length, the number or the starting image.',
  notWhole: ({ min, max }) => (max === undefined ? `A whole number of ${min} or more.` : `A whole number from ${min} to ${max}.`),
  imageType: 'This is not a PNG, JPEG or WebP image. Choose one that is.',
  imageTooLarge: ({ megabytes, limit }) => `This image has ${megabytes} MB, and ${limit} MB are taken. Choose a smaller one.`,
  imageUnreadable: 'This image cannot be read. Choose another one.',
  imageUnfetched: 'This image could not be loaded from its address, and nothing was sent. Download it, then choose the file.',
  imageAddress: 'Not the address of an image. It begins with https://',
  imageNoUpload: 'This app has no place to put files. Give the address of an image instead.',
  imageUpload: 'The image could not be uploaded, and nothing was sent. Try again.',
  refused: (message) => message,
  generate: 'Generate',
  generateFor: ({ price, exact }) => (exact ? `Generate · ${price}` : `Generate · up to ${price}`),
  generating: 'Generating',
  uploading: 'Uploading the image',
  shortfall: (amount) => `The balance is ${amount} short of this. Top up, or make it shorter or smaller.`,
  busy: (kind) => (kind === 'video' ? 'One clip at a time: wait for it, or cancel it.' : 'One at a time: wait for it, or cancel it.'),
  controlKey: 'Ctrl',
};
