import type { UploadedPicture } from 'bytespike-react';
import { describe, expect, test } from 'vitest';
import { pngOf } from '../../support/png.js';
import { simulate } from '../../support/simulation.js';
import { memoryUploads } from 'bytespike-react/server';

const photo = await pngOf(8, 6);

/** A page before our proxy, which counts what is sent. */
function page() {
  const simulation = simulate({ proxied: { proxy: { uploads: { store: memoryUploads(), publicUrl: 'https://app.test/api/bytespike' } } } });
  const sent = () => simulation.proxied.requests.filter(({ path }) => path === '/uploads').length;
  /** Time enough for all of it. */
  const end = () => simulation.clock.advance(60_000);
  return { ...simulation, sent, end };
}

describe('an upload that is asked for twice at once', () => {
  test('is one, of which both hear, and which both have at the same moment', async () => {
    const { client, sent, end } = page();
    const heard: [string, number][] = [];
    const ends: string[] = [];
    const ask = (who: string) => client.upload(photo, { onProgress: (part) => heard.push([who, part]) }).then((uploaded) => (ends.push(who), uploaded));
    const both: Promise<UploadedPicture>[] = [ask('first'), ask('second')];
    await end();
    const [first, second] = await Promise.all(both);
    expect([first?.url, ends, sent()]).toEqual([second?.url, ['first', 'second'], 1]);
    expect(heard).toEqual(expect.arrayContaining([['first', 1], ['second', 1]]));
  });

  test('goes on for one whom the other leaves', async () => {
    const { client, sent, end } = page();
    const leaving = new AbortController();
    const first = client.upload(photo, { signal: leaving.signal });
    const second = client.upload(photo);
    leaving.abort();
    await expect(first).rejects.toMatchObject({ code: 'aborted' });
    await end();
    await expect(second).resolves.toMatchObject({ type: 'image/png' });
    expect(sent()).toBe(1);
  });

  test('ends once all have left, and is begun anew by who asks then', async () => {
    const { client, sent, end, proxied } = page();
    proxied.inject({ kind: 'delay', ms: 20_000, on: 'POST /uploads' });
    const leaving = new AbortController();
    const all = [client.upload(photo, { signal: leaving.signal }), client.upload(photo, { signal: leaving.signal })];
    leaving.abort();
    const results = await Promise.allSettled(all);
    const again = client.upload(photo);
    await end();
    await expect(again).resolves.toMatchObject({ type: 'image/png' });
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(sent()).toBeGreaterThan(0);
  });

  test('is two where they are to be of two sizes', async () => {
    const { client, sent, end } = page();
    const both = [client.upload(photo), client.upload(photo, { maxBytes: 5000 })];
    await end();
    await Promise.all(both);
    expect(sent()).toBe(2);
  });
});
