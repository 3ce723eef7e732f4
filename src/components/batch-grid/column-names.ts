import { toJson } from '../../core/base/json.js';
import type { BatchColumn } from '../../core/batch/states.js';
import { formatPlain } from '../../react/format.js';
import { valueText } from '../prompt-form/change-text.js';
import type { FormWords } from '../prompt-form/words.js';
import type { ModelNames } from '../asset-gallery/item.js';

/** A column in words. */
export interface ColumnName {
  /** The model. */
  model: string;
  /** What is asked of it, as far as not all columns are asked the same; empty where they are. */
  params: string;
  /** Both, and which it is where another column says the same. */
  whole: string;
}

export function columnNames(columns: readonly BatchColumn[], models: ModelNames, words: FormWords): readonly ColumnName[] {
  const fields = [...new Set(columns.flatMap(paramNames))].filter((name) => !columns.every((column) => isSame(column[name], columns[0]?.[name])));
  const seen = new Map<string, number>();
  return columns.map((column) => {
    const known = models.get(column.model);
    const model = known?.name ?? column.model;
    const params = fields.flatMap((name) => paramText(name, column[name], known?.kind ?? 'image', words) ?? []).join(' · ');
    const same = [model, params].filter(Boolean).join(' · ');
    const count = (seen.get(same) ?? 0) + 1;
    seen.set(same, count);
    return { model, params, whole: count === 1 ? same : `${same} (${formatPlain(count, words.locale)})` };
  });
}

/** What is asked of all of them. */
export function commonParams(columns: readonly BatchColumn[], models: ModelNames, words: FormWords): string {
  const [first] = columns;
  if (first === undefined) return '';
  const kind = models.get(first.model)?.kind ?? 'image';
  return paramNames(first)
    .filter((name) => columns.every((column) => isSame(column[name], first[name])))
    .flatMap((name) => paramText(name, first[name], kind, words) ?? [])
    .join(' · ');
}

type Param = Exclude<keyof BatchColumn, 'model'>;

function paramNames(column: BatchColumn): Param[] {
  return (Object.keys(column) as (keyof BatchColumn)[]).filter((name): name is Param => name !== 'model');
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || toJson(a) === toJson(b);
}

/** Long texts and addresses are named alone. */
const NAMED = new Set<Param>(['negativePrompt', 'imageUrl']);
const FIELDS = {
  size: 'size', quality: 'quality', style: 'style', outputFormat: 'outputFormat', aspectRatio: 'aspectRatio', resolution: 'resolution', stylePreset: 'stylePreset', motionIntensity: 'motionIntensity',
  n: 'n', durationSeconds: 'durationSeconds', seed: 'seed', outputCompression: 'outputCompression', negativePrompt: 'negativePrompt', imageUrl: 'image',
} as const;

function paramText(name: Param, value: unknown, kind: 'image' | 'video', words: FormWords): string | undefined {
  if (value === undefined) return undefined;
  const field = FIELDS[name as keyof typeof FIELDS];
  if (typeof value === 'string' && !NAMED.has(name)) return valueText(value, words);
  const label = field === undefined ? name : words.messages.form.field(field, kind);
  return typeof value === 'number' ? `${label} ${formatPlain(value, words.locale)}` : label;
}
