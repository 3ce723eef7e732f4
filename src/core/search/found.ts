import type { TaskRecord } from '../records/task-store.js';
import { byWords } from './by-words.js';
import type { Filling } from './filling.js';
import { noSearch } from './no-search.js';
import type { Places } from './places.js';
import type { Asked, Models, Questioning } from './questioning.js';
import type { AssetSearchGiven, AssetSearchState } from './states.js';
import { type Described, describedOf } from './texts.js';
import { wordsOf } from './words.js';

/** Results at most. */
const LIMIT = 20;

/** What is looked for, and where. */
export interface Wish {
  query: string;
  /** `undefined` for all. */
  among: readonly TaskRecord[] | undefined;
}

interface Ground {
  given: AssetSearchGiven;
  models: Models;
  wish: Wish;
  isOn: boolean;
  tasks: readonly TaskRecord[];
  places: Places;
  filling: Filling;
  questioning: Questioning;
}

/** What is to be shown now. A question that was not asked yet is asked. */
export function stateOf({ given, models, wish, isOn, tasks, places, filling, questioning }: Ground): AssetSearchState {
  const { query, among = tasks } = wish;
  const counted = { ...filling.count(places, describedOf(tasks, given.captions)), byMeaning: isOn, indexing: filling.isBusy() };
  if (wordsOf(query).length === 0) {
    questioning.leave();
    return { ...noSearch, ...counted, results: among, error: questioning.refusal() ?? filling.error() };
  }
  const pool = describedOf(among, given.captions);
  const isAsked = isOn && questioning.refusal() === undefined;
  const known = isAsked ? pool.filter(({ texts }) => texts.some(({ name }) => places.get(name) !== undefined)) : [];
  const asked = known.length === 0 ? undefined : questioning.ask(query, known, models);
  if (asked === undefined) questioning.leave();
  const error = asked?.failed ?? asked?.ranking?.error ?? questioning.refusal() ?? filling.error();
  return { ...counted, query, error, ...foundOf(query, pool, asked, given.limit ?? LIMIT) };
}

/** By meaning where that is known, else by the words. */
function foundOf(query: string, pool: readonly Described[], asked: Asked | undefined, limit: number): Pick<AssetSearchState, 'status' | 'results' | 'basis' | 'reranked'> {
  const status = asked === undefined || asked.isOver ? 'done' : 'searching';
  if (asked?.ranking === undefined) return { status, basis: 'text', reranked: false, results: byWords(query, pool).slice(0, limit) };
  const byKey = new Map<string, TaskRecord>(pool.map(({ task }) => [task.outTaskId, task]));
  const { keys, reranked } = asked.ranking;
  return { status, basis: 'meaning', reranked, results: keys.flatMap((key) => byKey.get(key) ?? []).slice(0, limit) };
}

/** The state that is shown already where nothing of it is other than before; lists of the same are the same list. */
export function settled(now: AssetSearchState, next: AssetSearchState): AssetSearchState {
  const isSameList = now.results.length === next.results.length && now.results.every((task, index) => task === next.results[index]);
  const results = isSameList ? now.results : next.results;
  const names = Object.keys(next) as (keyof AssetSearchState)[];
  return isSameList && names.every((name) => name === 'results' || Object.is(now[name], next[name])) ? now : { ...next, results };
}
