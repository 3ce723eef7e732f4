import { catalog } from '../../src/core/catalog/catalog.js';
import { estimateCost } from '../../src/core/catalog/cost.js';
import type { Model } from '../../src/core/catalog/model.js';

// A gateway that makes something of anything: it takes every spelling of a name, every way to write
// a value, at every depth, both of two that are there twice, and bills the dearest of what it finds.

/** One field anywhere in a body, as it was written. */
export interface Found {
  name: string;
  value: string;
}

/** US dollars. */
export function dearestReading(found: readonly Found[]): number {
  const values = (names: RegExp) => found.filter(({ name }) => names.test(plain(name))).map(({ value }) => value);
  const counts = [1, ...values(/^(n|(num|number|count|batch)(of)?(images?|outputs?|samples?|results?|size)?|images?count|samples|batch|maximages|images|variations)$/).flatMap(counted)];
  const seconds = values(/^((video)?(duration|length)(in)?(sec|secs|second|seconds|s)?|seconds|secs|videoseconds|durationms|clipseconds)$/).flatMap(counted);
  const sides = values(/^(width|height|w|h|side)$/).flatMap(counted);
  const sizes = [...values(/^(image|video|output)?(size|dimensions?|resolution)s?$/), ...sides.map((side) => `${side}x${side}`)];
  const words = values(/^(image)?quality$/).map(plain);
  const models = values(/^(models?|modelid|modelname|engine|fallbackmodels?|fallbacks)$/).map(squeezed);
  const extras = values(/^(tools?|functions?|plugins|websearch(options)?|upscale|audio|referenceimages|loras?|partialimages|bestof|service_?tier|servicetier)$/).length;
  const named = catalog.models.filter(({ id }) => models.includes(squeezed(id)));
  // One that it does not know might be its dearest.
  const asked = named.length > 0 ? named : catalog.models;
  const prices = asked.flatMap((model) => pricesOf(model, { sizes, words, seconds }).map((price) => price * (model.kind === 'image' ? Math.max(...counts) : 1)));
  const films = asked.some(({ kind }) => kind === 'video') ? Math.max(...counts) : 1;
  return Math.max(...prices) * films + extras;
}

interface Read {
  sizes: string[];
  words: string[];
  seconds: number[];
}

function pricesOf(model: Model, { sizes, words, seconds }: Read): number[] {
  const price = (more: object) => estimateCost({ model: model.id, prompt: '', ...more })?.max ?? 0;
  if (model.kind === 'video') {
    const longest = seconds.length > 0 ? seconds : [model.duration.max];
    return longest.flatMap((durationSeconds) => [...sizes, undefined].map((size) => price({ durationSeconds }) * Math.max(1, linesOf(size) / 1080)));
  }
  // Left out, a quality is the dearest; a size is the model's own, as the reference has it.
  const qualities = model.quality === null ? [undefined] : words.length > 0 ? words : model.quality.options;
  return qualities.flatMap((quality) => (sizes.length > 0 ? sizes : [model.defaultSize]).map((size) => price({ quality, size: square(size) })));
}

const plain = (name: string) => name.normalize('NFKC').toLowerCase().replaceAll(/[^a-z0-9]/g, '');
const squeezed = (id: string) => id.normalize('NFKC').toLowerCase().replaceAll(/[\s_]/g, '');

/** Every number that somebody could see in it; a part of an image is an image. */
function counted(value: string): number[] {
  const text = value.normalize('NFKC').replaceAll(/[\s_,]/g, '');
  if (text === 'true') return [1];
  const number = Number(text) || Number.parseFloat(text) || Number(/\d+/.exec(text)?.[0] ?? 0);
  return number === 0 ? [] : [Math.ceil(Math.abs(number)), ...(/m(in)?$/.test(text) ? [Math.abs(number) * 60] : [])];
}

/** `4096*4096`, `4k`, `4096` as the gateway's own writing; as it came where nothing is seen in it. */
function square(size: string): string {
  const text = size.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
  const [, width, height] = /(\d+)[x×*,:/-](\d+)/.exec(text) ?? [];
  if (width !== undefined) return `${width}x${height}`;
  const thousands = Number(/^(\d+)k$/.exec(text)?.[1] ?? 0) * 1024;
  const side = thousands || Number(/\d+/.exec(text)?.[0] ?? 0) || (/auto|large|max|full|ultra|hd/.test(text) ? 4096 : 1024);
  return `${side}x${side}`;
}

function linesOf(resolution: string | undefined): number {
  const text = resolution?.normalize('NFKC').toLowerCase() ?? '';
  return Number(/^\s*(\d+)\s*k/.exec(text)?.[1] ?? 0) * 540 || Number(/(\d+)\s*p?\s*$/.exec(text)?.[1] ?? 0);
}

/** What people wrote and the gateway does not read for orders. */
const PROSE = new Set(['prompt', 'negativeprompt', 'text', 'url', 'content', 'outtaskid']);

/** The fields of a JSON text, those that are there twice included, whatever they lie in. */
export function fieldsInJson(text: string): Found[] {
  const found: Found[] = [];
  const open: string[] = [];
  let name = '';
  for (const [token, quoted, colon] of text.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|[[{\]}]|[^\s,:[\]{}"]+/g)) {
    if (colon !== undefined) name = JSON.parse(quoted ?? '""') as string;
    else if (token === '[' || token === '{') {
      open.push(name);
      found.push({ name, value: '' });
    } else if (token === ']' || token === '}') name = open.pop() ?? '';
    else if (!PROSE.has(plain(name))) found.push({ name, value: quoted === undefined ? token : (JSON.parse(quoted) as string) });
  }
  return found;
}

/** Whatever a body holds, form or JSON. */
export async function fieldsIn(request: Request): Promise<Found[]> {
  if (request.headers.get('content-type')?.startsWith('multipart/') !== true) return fieldsInJson(await request.text());
  const found: Found[] = [];
  for (const [name, value] of await request.formData()) {
    const text = typeof value === 'string' ? value : '';
    if (!PROSE.has(plain(name))) found.push({ name, value: text });
  }
  return found;
}
