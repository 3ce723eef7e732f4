import { invalid } from '../base/refusal.js';
import type { Fields } from './fields.js';
import type { Endpoint } from './routes.js';

// What may go up where a call is priced: lists, because a field that nobody here knows may ask for more.

/** Whole numbers; every other parameter is a text. */
const NUMBERS = new Set(['n', 'seed', 'output_compression', 'duration_seconds']);
const IMAGE = ['prompt', 'size', 'n', 'quality', 'style', 'output_format', 'output_compression', 'seed', 'negative_prompt', 'aspect_ratio'];
const VIDEO = ['prompt', 'duration_seconds', 'resolution', 'aspect_ratio', 'seed', 'negative_prompt', 'style_preset', 'motion_intensity', 'image_url'];

const PARAMETERS: Readonly<Record<'image' | 'video' | 'unknown', ReadonlySet<string>>> = {
  image: new Set(IMAGE),
  video: new Set(VIDEO),
  unknown: new Set([...IMAGE, ...VIDEO]),
};

/** What stands beside the parameters. */
const NAMES = ['model', 'out_task_id'];
const BESIDE: Partial<Record<Endpoint, ReadonlySet<string>>> = {
  'images.generations': new Set([...NAMES, 'response_format']),
  'images.edits': new Set(['model', 'response_format']),
  'images.conversation': new Set([...NAMES, 'messages', 'stream']),
  'tasks.submit': new Set(NAMES),
};

/** Where the parameters lie in an object of their own. */
const UNDER: Partial<Record<Endpoint, string>> = { 'images.conversation': 'image_output', 'tasks.submit': 'params' };

interface Sorted {
  beside: Fields;
  parameters: Fields;
  /** The name of the object that the parameters lie in; absent when they lie beside the model. */
  under: string | undefined;
}

/** The fields of a call, each at the one place where it is understood. @throws Refusal 400 for any other */
export function sortFields(endpoint: Endpoint, kind: keyof typeof PARAMETERS, fields: Fields): Sorted {
  const isBeside = (name: string) => BESIDE[endpoint]?.has(name) === true;
  const nest = UNDER[endpoint];
  // A conversation's own `n` is another one.
  const isNested = nest !== undefined && (fields[nest] !== undefined || endpoint === 'images.conversation');
  const beside: Fields = {};
  const flat: Fields = {};
  for (const [name, value] of Object.entries(fields)) {
    if (name === nest) continue;
    if (isBeside(name)) beside[name] = value;
    else if (isNested && PARAMETERS[kind].has(name)) throw invalid(name, `\`${name}\` stands beside \`${nest}\` here, where it may mean something else. Put it into \`${nest}\`.`);
    else flat[name] = value;
  }
  const parameters = isNested ? asObject(nest, fields[nest] ?? {}) : flat;
  for (const each of [flat, parameters]) checkAll(each, PARAMETERS[kind]);
  return { beside, parameters, under: isNested ? nest : undefined };
}

/** The texts of a form as JSON would hold them. */
export function textFields(form: FormData): Fields {
  const texts = [...form].filter((field): field is [string, string] => typeof field[1] === 'string');
  return Object.fromEntries(texts.map(([name, text]) => [name, NUMBERS.has(name) && /^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text]));
}

function checkAll(fields: Fields, allowed: ReadonlySet<string>): void {
  for (const [name, value] of Object.entries(fields)) {
    if (!allowed.has(name)) throw notPassed(name);
    if (NUMBERS.has(name) ? !Number.isSafeInteger(value) : typeof value !== 'string') {
      throw invalid(name, `\`${name}\` is ${NUMBERS.has(name) ? 'a whole number' : 'a text'} here. Write it as one, or leave it out.`);
    }
  }
}

/** @throws Refusal 400 */
export function asObject(name: string, value: unknown): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw invalid(name, `\`${name}\` is not an object. Write it as one.`);
}

export function notPassed(name: string) {
  const shown = name.slice(0, 64);
  return invalid(shown, `\`${shown}\` is not passed on here: this server counts what a call may cost, and of this field it cannot be said. Leave it out.`);
}
