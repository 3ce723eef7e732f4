import { asked } from '../wire/access.js';
import { createStore } from '../base/observable.js';
import type { ClientInternals, Given } from '../client/internals.js';
import { type TaskRecord, taskStore } from '../records/task-store.js';
import { createFilling } from './filling.js';
import { settled, stateOf, type Wish } from './found.js';
import { forgetRemoved, historyOf } from './history.js';
import { noSearch } from './no-search.js';
import { placesOf } from './places.js';
import { createQuestioning, type Models } from './questioning.js';
import type { AssetSearchGiven, AssetSearchRun, AssetSearchState } from './states.js';
import { describedOf } from './texts.js';
import { wordsOf } from './words.js';

/** The two that the gateway's reference names. */
const MODELS: Models = { embedding: 'bge-large-zh-v1.5', rerank: 'bge-reranker-v2-m3' };

/** Apps write their options where they call: what is in them counts. */
function isSame(a: AssetSearchGiven, b: AssetSearchGiven): boolean {
  const names = ['query', 'limit', 'tasks', 'captions', 'automatic'] as const;
  return names.every((name) => a[name] === b[name]) && a.models?.embedding === b.models?.embedding && a.models?.rerank === b.models?.rerank;
}

function modelsOf({ models }: AssetSearchGiven): Models {
  return { embedding: models?.embedding ?? MODELS.embedding, rerank: models?.rerank === undefined ? MODELS.rerank : models.rerank };
}

/** One place that searches: what it is given and asked, and the state that follows from it. */
export function createSearch(client: ClientInternals, asks: Given): AssetSearchRun {
  const shared = asked(asks);
  const state = createStore<AssetSearchState>(noSearch, open);
  let given: AssetSearchGiven = { query: undefined };
  let wish: Wish = { query: '', among: undefined };
  let isOn = false;
  const filling = createFilling(() => isOn && state.isWatched(), answer);
  const questioning = createQuestioning(client, shared, answer);

  const tasks = () => given.tasks ?? historyOf(client);
  const places = () => placesOf(client, shared, modelsOf(given).embedding);
  const fill = () => filling.fill(places(), describedOf(tasks(), given.captions), given.tasks === undefined);

  function open(): () => void {
    const leave = taskStore(client).subscribe(() => given.tasks === undefined && client.batch(look));
    look();
    return () => {
      leave();
      questioning.leave();
    };
  }

  /** What is searched may be other than before. */
  function look(): void {
    if (!state.isWatched()) return;
    answer();
    const there = places();
    there.ready().then(() => {
      if (given.tasks === undefined) forgetRemoved(client, there);
      answer();
    }, () => {});
  }

  function answer(): void {
    if (!state.isWatched()) return;
    if (isOn && wordsOf(wish.query).length > 0 && questioning.refusal() === undefined) fill();
    questioning.refuse(filling.error());
    const next = stateOf({ given, models: modelsOf(given), wish, isOn, tasks: tasks(), places: places(), filling, questioning });
    state.set(settled(state.get(), next));
  }

  function wished(query: string, among?: readonly TaskRecord[]): void {
    // What failed may have been the moment's.
    if (query !== wish.query) filling.forgive();
    wish = { query, among };
  }

  function turn(on: boolean): void {
    isOn = on;
    questioning.forgive();
    filling.forgive();
    answer();
  }

  return {
    get: state.get,
    initial: () => noSearch,
    subscribe: state.subscribe,
    see(next) {
      const before = given;
      if (isSame(before, next)) return;
      given = next;
      if (next.query !== undefined && next.query !== before.query) wished(next.query);
      if ((next.automatic ?? false) !== (before.automatic ?? false)) turn(next.automatic === true);
      look();
    },
    ask(query, among) {
      wished(query, among);
      answer();
    },
    async index() {
      turn(true);
      await places().ready();
      fill();
      answer();
      await filling.over();
    },
    stop: () => turn(false),
  };
}
