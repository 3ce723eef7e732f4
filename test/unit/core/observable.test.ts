import { describe, expect, it } from 'vitest';
import { createStore, createWatchers } from '../../../src/core/base/observable.js';

/** A store, and what its watchers opened and closed. */
function watchedStore() {
  const log: string[] = [];
  const store = createStore(0, () => {
    log.push('open');
    return () => log.push('close');
  });
  return { store, log };
}

describe('what is needed while somebody watches', () => {
  it('is opened with the first and closed with the last, each time', () => {
    const { store, log } = watchedStore();
    expect(store.isWatched()).toBe(false);
    const [one, two] = [store.subscribe(() => {}), store.subscribe(() => {})];
    one();
    expect(log).toEqual(['open']);
    expect(store.isWatched()).toBe(true);
    two();
    expect(log).toEqual(['open', 'close']);
    expect(store.isWatched()).toBe(false);
    store.subscribe(() => {})();
    expect(log).toEqual(['open', 'close', 'open', 'close']);
  });

  it('counts a subscription once, however often it is ended', () => {
    const { store, log } = watchedStore();
    const [one, two] = [store.subscribe(() => {}), store.subscribe(() => {})];
    one();
    one();
    expect([store.isWatched(), ...log]).toEqual([true, 'open']);
    two();
    two();
    expect(log).toEqual(['open', 'close']);
  });

  it('counts two subscriptions of one listener as two', () => {
    const { store, log } = watchedStore();
    let heard = 0;
    const hear = () => heard++;
    const [one] = [store.subscribe(hear), store.subscribe(hear)];
    one();
    store.set(1);
    expect(heard).toBe(1);
    expect(log).toEqual(['open']);
  });

  it('may set the value at once, and the first watcher hears of it', () => {
    const store = createStore(0, () => {
      store.set(store.get() + 1);
      return () => {};
    });
    const seen: number[] = [];
    store.subscribe(() => seen.push(store.get()));
    expect(seen).toEqual([1]);
  });
});

it('tells those who were there when it began, also when one of them leaves meanwhile', () => {
  const { subscribe, tell } = createWatchers();
  const heard: string[] = [];
  let leave = () => {};
  subscribe(() => {
    heard.push('one');
    leave();
  });
  leave = subscribe(() => heard.push('two'));
  tell();
  tell();
  expect(heard).toEqual(['one', 'two', 'one']);
});
