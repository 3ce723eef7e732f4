import { catalog } from '../../src/core/catalog/catalog.js';
import type { Model } from '../../src/core/catalog/model.js';

// Calls that are nearly right: each begins as one that is, and is then written in another way.

export interface NearMiss {
  path: string;
  body: string | FormData;
}

type Draw = <T>(from: readonly T[]) => T;
type Fields = Record<string, unknown>;

const NAMES = [
  'n', 'N', 'num_images', 'numImages', 'count', 'batch_size', 'samples', 'number_of_images', 'ｎ', 'n ', 'size', 'Size', 'SIZE', 'image_size', 'imageSize', 'width', 'height', 'resolution', 'Resolution',
  'quality', 'Quality', 'image_quality', 'duration_seconds', 'Duration_Seconds', 'durationSeconds', 'duration', 'seconds', 'length', 'video_length', 'duration_ms', 'model', 'Model', 'models', 'fallback_models', 'model_id',
  'tools', 'functions', 'audio', 'web_search_options', 'best_of', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'params', 'image_output', 'extra_body', 'options', 'input', 'parameters', 'style', 'stream', 'response_format', 'aspect_ratio', 'seed',
];
const COUNTS = [0.001, 0.5, 1.5, -1, 0, 1e1, 1e21, 2 ** 53, 50, 9, 4, 2, 1, '1', '2', '50', ' 50', '5O', '1e1', '0x10', '50 images', '５０', '007', '1.0', '+4', true, false, null, [1], [50], { value: 50 }, []] as const;
const SIZES = ['4096x4096', '4096X4096', '4096*4096', '4096 x 4096', '4096×4096', '4k', '4K', '8k', '4096', 'auto', 'large', '2048x2048', '1024x1024', '1024x1024 ', '01024x1024', '1e3x1e3', '４０９６x４０９６', 4096, [4096, 4096], { width: 4096, height: 4096 }, null] as const;
const SECONDS = [...COUNTS, '20s', '1m', '20000ms', 20, 12, 7.9] as const;
const LINES = ['1080p', '1080P', '1080', 1080, '4k', '4K', '2160p', '720p', '720p ', 'hd', 'uhd', ['2160p'], null] as const;
const QUALITIES = ['high', 'HIGH', 'High', 'hd', 'HD', 'ultra', 'auto', 'low', 'standard', ' high', ['high'], true, null] as const;
const MODELS = catalog.models.flatMap(({ id }) => [id, id, id.toUpperCase(), ` ${id}`, `${id} `, `${id}\u200b`, id.replace('-', '_')]);
const ANY = [...COUNTS, ...SIZES, ...LINES, ...QUALITIES, {}, [{ type: 'web_search' }], ['sora-2-pro'], ['gpt-5'], 'veo-3.1'];

const same = (name: string) => name.normalize('NFKC').toLowerCase().replaceAll(/[^a-z]/g, '');

function valueFor(name: string, draw: Draw): unknown {
  const key = same(name);
  if (/model|engine/.test(key)) return draw<unknown>([...MODELS, ['sora-2-pro', 'gpt-image-2']]);
  if (/duration|seconds|length/.test(key)) return draw<unknown>(SECONDS);
  if (/size|width|height/.test(key)) return draw<unknown>(SIZES);
  if (key === 'resolution') return draw<unknown>(LINES);
  if (/quality/.test(key)) return draw<unknown>(QUALITIES);
  if (/^(n|num|count|batch|samples|number)/.test(key)) return draw<unknown>(COUNTS);
  return draw<unknown>(ANY);
}

/** What the model takes, some of it, at any of its values. */
function right(model: Model, draw: Draw): Fields {
  const maybe = (fields: Fields) => (draw([true, false]) ? fields : {});
  if (model.kind === 'video') {
    const { min, max } = model.duration;
    return { ...maybe({ duration_seconds: draw([min, max]) }), ...maybe({ resolution: draw(model.resolutions) }), ...maybe({ aspect_ratio: draw(model.aspectRatios) }) };
  }
  const quality = model.quality === null ? {} : maybe({ quality: draw(model.quality.options) });
  const ratio = model.aspectRatios === null ? {} : maybe({ aspect_ratio: draw(model.aspectRatios) });
  return { ...maybe({ n: draw([1, model.maxN]) }), ...maybe({ size: draw(model.sizes) }), ...quality, ...ratio };
}

const put = (fields: Fields, name: string, value: unknown) => Object.defineProperty(fields, name, { value, enumerable: true, configurable: true, writable: true });

/** One step away from what is right. */
function miss(parameters: Fields, body: Fields, draw: Draw): void {
  const place = draw([parameters, parameters, body]);
  const names = Object.keys(parameters);
  const known = draw([...names, 'n', 'size', 'duration_seconds']);
  switch (draw(['add', 'add', 'value', 'value', 'rename', 'nest', 'model', 'drop', 'turn'])) {
    case 'add': {
      const name = draw(NAMES);
      return void put(place, name, valueFor(name, draw));
    }
    case 'value':
      return void put(parameters, known, valueFor(known, draw));
    case 'rename': {
      const { [known]: value = valueFor(known, draw) } = parameters;
      if (draw([true, false])) delete parameters[known];
      return void put(place, draw(NAMES.filter((name) => same(name).includes(same(known).slice(0, 4)))) ?? known, value);
    }
    case 'nest':
      return void put(body, draw(['params', 'image_output', 'extra_body', 'input', 'options']), { ...parameters, [known]: valueFor(known, draw) });
    case 'model':
      return void put(draw([body, parameters]), 'model', draw<unknown>([...MODELS, ['sora-2-pro'], null]));
    case 'drop':
      return void delete parameters[known];
    default: {
      const [turn] = Array.isArray(body.messages) ? (body.messages as Fields[]) : [];
      if (turn !== undefined) put(turn, known, valueFor(known, draw));
    }
  }
}

/** A field more in the text itself, where an object cannot have one: the same name twice. */
function doubled(text: string, draw: Draw): string {
  const name = draw(NAMES.filter((each) => !/^(__|params$)/.test(each)));
  const field = `${JSON.stringify(name)}:${JSON.stringify(valueFor(name, draw))}`;
  if (draw([true, false])) return text.replace(/\}$/, `,${field}}`);
  return text.replace(draw(['{', '"params":{', '"image_output":{']), (start) => `${start}${field},`).replace(/,\}/g, '}');
}

export function nearMiss(random: () => number): NearMiss {
  const draw: Draw = (from) => from[Math.floor(random() * from.length)] as (typeof from)[number];
  const model = draw(catalog.models);
  const parameters = right(model, draw);
  const path = draw(model.kind === 'video' ? ['/v1/tasks/submit'] : model.endpoint === 'chat' ? ['/v1/chat/completions', '/v1/tasks/submit'] : ['/v1/images/generations', '/v1/images/edits', '/v1/tasks/submit']);
  const isTurn = path === '/v1/chat/completions';
  const body: Fields = isTurn ? { model: model.id, messages: [{ role: 'user', content: 'a lighthouse' }] } : { model: model.id, prompt: 'a lighthouse' };
  for (let steps = draw([0, 1, 1, 1, 2, 3]); steps > 0; steps--) miss(parameters, body, draw);
  if (path === '/v1/images/edits') return { path, body: formOf({ ...body, ...parameters }, draw) };
  const nest = isTurn ? 'image_output' : path === '/v1/tasks/submit' && draw([true, false]) ? 'params' : undefined;
  if (nest === 'params' && draw([true, true, false])) {
    put(parameters, 'prompt', body.prompt);
    delete body.prompt;
  }
  if (nest === undefined) for (const [name, value] of Object.entries(parameters)) put(body, name, value);
  else put(body, nest, parameters);
  const text = JSON.stringify(body);
  return { path, body: draw([true, false, false]) ? doubled(text, draw) : text };
}

function formOf(fields: Fields, draw: Draw): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  const name = draw([...NAMES, 'image[]', 'mask', 'image']);
  if (draw([true, false, false, false])) form.append(name, String(valueFor(name, draw)));
  if (draw([true, false, false, false])) form.append(draw(['n', 'size', 'image', 'mask']), new File(['50'], 'n', { type: draw(['image/png', 'text/plain']) }));
  form.append('image', new File(['x'], 'a.png', { type: 'image/png' }));
  return form;
}
