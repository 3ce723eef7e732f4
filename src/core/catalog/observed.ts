import { toJson } from '../base/json.js';
import { ENOUGH } from './catalog.js';
import type { WaitRequest } from './model.js';

/** The latest ends, which alone decide when a wait has changed. */
const LATEST = 5;
/**
 * Ends that are taken into account at most.
 * @source ours: as many as a range is known by
 */
const MOST_OBSERVED = 20;
/** Earlier ends count as long as they lie this near to the range of the latest ones. */
const ALIKE = 1.25;
/**
 * An end outside of the range is told late, and one that is wider costs few reads.
 * @source ours: fitted by `npm run bench:network`
 */
const WIDER = 1.5;
/** A range is none without some width: readings are not to the second. */
const LEAST_WIDTH = 0.1;

const DEPENDS_ON = ['model', 'durationSeconds', 'resolution', 'size', 'quality'];

/** What a wait depends on, as one text: model, and length, resolution, size and quality where they are named. */
export function waitKey(request: WaitRequest): string {
  const fields = new Map<string, unknown>(Object.entries(request));
  return toJson(DEPENDS_ON.map((name) => fields.get(name)));
}

/**
 * The range in which an end is to be expected after waits that were seen, newest first; nothing after
 * fewer than three. Of the latest five the one that is furthest from the others is left out, so that an
 * outlier changes little and five of another speed everything. The few that are left lie within less than
 * the whole range, by as much as chance lets expect.
 */
export function observedRange(waits: readonly number[]): { min: number; max: number } | undefined {
  if (waits.length < ENOUGH) return undefined;
  const latest = withoutOutlier(waits.slice(0, LATEST));
  const [low, high] = [Math.min(...latest) / ALIKE, Math.max(...latest) * ALIKE];
  const fitting = [...latest, ...waits.slice(LATEST, MOST_OBSERVED).filter((wait) => wait >= low && wait <= high)];
  const [min, max] = [Math.min(...fitting), Math.max(...fitting)];
  const middle = (min + max) / 2;
  const half = Math.max((max - min) * ((fitting.length + 1) / (fitting.length - 1)) * WIDER, middle * LEAST_WIDTH) / 2;
  return { min: Math.round(Math.max(min / 2, middle - half)), max: Math.round(middle + half) };
}

function withoutOutlier(waits: readonly number[]): readonly number[] {
  if (waits.length <= ENOUGH) return waits;
  const sorted = [...waits].sort((a, b) => a - b);
  const middle = sorted[sorted.length >> 1] ?? 0;
  const away = (wait: number) => Math.abs(Math.log(wait / middle));
  const furthest = away(sorted[0] ?? middle) > away(sorted.at(-1) ?? middle) ? 0 : sorted.length - 1;
  return sorted.filter((_, index) => index !== furthest);
}
