import { expect, it } from 'vitest';
import { createStore } from '../../../src/core/base/observable.js';
import { type PendingImage, underWay } from '../../../src/core/images/under-way.js';

const request = { model: 'seedream-v4', prompt: 'tide' } as const;

it.each([
  ['its picture', async () => 'a picture'],
  ['why it failed', async () => Promise.reject(new Error('offline'))],
])('an image is under way until whoever asked hears %s, and then no more', async (_, answer) => {
  const all = createStore<readonly PendingImage[]>([]);
  const heard = underWay(all, request, answer());
  expect(all.get()).toHaveLength(1);
  const then = () => all.get();
  expect(await heard.then(then, then)).toEqual([]);
});
