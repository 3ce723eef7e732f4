import { formatUsd } from '../base/money.js';
import type { Catalog, ImageModel, Model } from '../catalog/model.js';
import type { Exclusion, RecommendationBrief, Suggestion } from './brief.js';
import { tryModel } from './candidate.js';

/** A change of the brief, and how far it is from it. */
interface Way {
  change: Partial<RecommendationBrief>;
  distance: number;
}

type Step = { [Field in keyof RecommendationBrief]?: { field: Field; value: RecommendationBrief[Field]; distance: number } }[keyof RecommendationBrief];

/** More steps than a brief has demands. */
const MOST_STEPS = 12;
const MOST_SUGGESTIONS = 4;

/**
 * The nearest ways to make a model fit: those that change the fewest fields, and of every field
 * the least change. `models` are in the order of preference, and none of them fits.
 */
export function suggest(models: readonly Model[], brief: RecommendationBrief, catalog: Catalog): Suggestion[] {
  const nearest = new Map<string, Way & { model: Model }>();
  for (const model of models) {
    for (const way of waysTo(model, brief, catalog)) {
      const key = Object.keys(way.change).sort().join(' ');
      const known = nearest.get(key);
      if (known === undefined || way.distance < known.distance) nearest.set(key, { ...way, model });
    }
  }
  const ways = [...nearest.values()];
  const fewest = Math.min(...ways.map(({ change }) => Object.keys(change).length));
  return ways
    .filter(({ change }) => Object.keys(change).length === fewest)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_SUGGESTIONS)
    .map(({ change, model }) => ({ change, model: model.id, message: `${sentence(change)}: ${model.name} then fits.` }));
}

/** By giving more time and money where those are short; and once more by asking for less film or fewer images. */
function waysTo(model: Model, brief: RecommendationBrief, catalog: Catalog): Way[] {
  const ways = [walk(model, brief, catalog, relax), walk(model, brief, catalog, (each, ...rest) => shrink(each, ...rest) ?? relax(each, ...rest))];
  return ways.filter((way) => way !== undefined);
}

type Relax = (exclusion: Exclusion, model: Model, brief: RecommendationBrief) => Step | undefined;

/** Changes the brief, one reason after another, until the model fits or a reason has no remedy. */
function walk(model: Model, brief: RecommendationBrief, catalog: Catalog, next: Relax): Way | undefined {
  const way: Way = { change: {}, distance: 0 };
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const now = { ...brief, ...way.change };
    const { pick, exclusions } = tryModel(model, now, catalog);
    if (pick !== undefined) return way;
    const step = exclusions[0] && next(exclusions[0], model, now);
    if (step === undefined) return undefined;
    way.change = { ...way.change, [step.field]: step.value };
    way.distance += step.distance;
  }
  return undefined;
}

/** Giving up a demand altogether is farther than lessening one. */
const GIVE_UP = 10;

function relax({ code, limit }: Exclusion, model: Model, brief: RecommendationBrief): Step | undefined {
  switch (code) {
    case 'latency':
      return more('latencyBudgetSeconds', brief.latencyBudgetSeconds, limit);
    case 'cost':
      return more('maxCost', brief.maxCost, limit);
    case 'n':
      return less('n', brief.n, model.kind === 'image' ? model.maxN : 1);
    case 'duration':
      if (model.kind === 'image') return { field: 'durationSeconds', value: undefined, distance: GIVE_UP };
      return within('durationSeconds', brief.durationSeconds, model.duration);
    case 'resolution':
      if (model.kind === 'image') return { field: 'resolution', value: undefined, distance: GIVE_UP };
      return { field: 'resolution', value: model.defaultResolution, distance: 1 };
    case 'size':
      if (model.kind === 'video') return { field: 'size', value: undefined, distance: GIVE_UP };
      return nearestSize(model, brief.size);
    case 'aspect_ratio':
      return nearestRatio(limit, brief.aspectRatio);
    case 'seed':
      return { field: 'seed', value: undefined, distance: GIVE_UP };
    case 'image_init':
      return { field: 'imageInit', value: undefined, distance: GIVE_UP };
    case 'multi_turn':
      return { field: 'multiTurn', value: undefined, distance: GIVE_UP };
    case 'compliance':
      return { field: 'compliance', value: undefined, distance: GIVE_UP };
    case 'not_allowed':
      return { field: 'models', value: [...(brief.models ?? []), model.id], distance: GIVE_UP };
    default:
      return undefined;
  }
}

/** Less of it, where the money is short and the brief says how much of it there should be. */
function shrink({ code }: Exclusion, model: Model, brief: RecommendationBrief): Step | undefined {
  if (code !== 'cost') return undefined;
  const { n, durationSeconds } = brief;
  if (model.kind === 'image') return n !== undefined && n > 1 ? less('n', n, n - 1) : undefined;
  const shortest = durationSeconds === undefined ? undefined : durationSeconds - 1;
  return shortest !== undefined && shortest >= model.duration.min ? less('durationSeconds', durationSeconds, shortest) : undefined;
}

function more(field: 'latencyBudgetSeconds' | 'maxCost', from: number | undefined, to: Exclusion['limit']): Step | undefined {
  if (typeof to !== 'number') return undefined;
  return { field, value: to, distance: from !== undefined && from > 0 ? to / from - 1 : GIVE_UP };
}

function less(field: 'n' | 'durationSeconds', from: number | undefined, to: number): Step {
  return { field, value: to, distance: Math.abs((from ?? to) - to) / Math.max(1, to) };
}

function within(field: 'durationSeconds', from: number | undefined, { min, max }: { min: number; max: number }): Step {
  return less(field, from, Math.min(max, Math.max(min, Math.round(from ?? max))));
}

function nearestSize(model: ImageModel, size: string | undefined): Step {
  const [width = 0, height = 0] = (size ?? '').split('x').map(Number);
  const away = (each: string) => {
    const [otherWidth = 0, otherHeight = 0] = each.split('x').map(Number);
    const apart = Math.abs(Math.log(otherWidth / width)) + Math.abs(Math.log(otherHeight / height));
    return Number.isFinite(apart) ? apart : GIVE_UP;
  };
  const value = [...model.sizes].sort((a, b) => away(a) - away(b))[0];
  return { field: 'size', value, distance: value === undefined ? GIVE_UP : away(value) };
}

function nearestRatio(limit: Exclusion['limit'], ratio: string | undefined): Step | undefined {
  const shape = (each: string | undefined) => {
    const [width = 1, height = 1] = (each ?? '').split(':').map(Number);
    return Math.log(width / height) || 0;
  };
  const away = (each: string) => Math.abs(shape(each) - shape(ratio));
  const ratios: readonly string[] = Array.isArray(limit) ? limit : [];
  const value = [...ratios].sort((a, b) => away(a) - away(b))[0];
  return value === undefined ? undefined : { field: 'aspectRatio', value, distance: away(value) };
}

function sentence(change: Partial<RecommendationBrief>): string {
  const text = Object.keys(change).map((field) => phrase(field as keyof RecommendationBrief, change)).join(', and ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function phrase(field: keyof RecommendationBrief, change: Partial<RecommendationBrief>): string {
  const value = change[field];
  if (value === undefined) return `leave ${field} out`;
  if (field === 'latencyBudgetSeconds') return `allow ${change.latencyBudgetSeconds} s`;
  if (field === 'maxCost') return `raise the budget to ${formatUsd(change.maxCost ?? 0)}`;
  if (field === 'durationSeconds') return `make it ${change.durationSeconds} s long`;
  if (field === 'resolution') return `settle for ${change.resolution}`;
  if (field === 'models') return `allow ${change.models?.at(-1)}`;
  return `set ${field} to ${typeof value === 'object' ? value.join(', ') : value}`;
}
