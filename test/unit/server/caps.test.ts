import type { Caps } from 'bytespike-react/server';
import { describe, expect, it } from 'vitest';
import { errorOf, pageRequest, useBench } from './fixture.js';

const film = (more: object) => ['/v1/tasks/submit', { model: 'veo-3.1-fast', prompt: 'p', ...more }] as const;
const picture = (more: object) => ['/v1/images/generations', { model: 'gpt-image-2', prompt: 'p', ...more }] as const;
const turn = (more: object) => ['/v1/chat/completions', { model: 'gpt-4o-image', messages: [], ...more }] as const;

describe('what one call may ask for', () => {
  const bench = useBench();

  const rows: [Caps, readonly [string, object], boolean][] = [
    [{ n: 2 }, picture({ n: 2 }), true],
    [{ n: 2 }, picture({ n: 3 }), false],
    [{ n: 2 }, picture({ n: '3' }), false],
    [{ n: 2 }, picture({ n: null }), false],
    [{ n: 2 }, turn({ image_output: { n: 3 } }), false],
    [{ n: 2 }, turn({ n: 3 }), false],
    [{ n: 2 }, turn({ n: 1, image_output: { n: 1 } }), false],
    [{ size: '1024x1024' }, picture({ size: '1024x1024' }), true],
    [{ size: '1024x1024' }, picture({ size: '1024x1536' }), false],
    [{ size: '1024x1024' }, picture({ size: 'auto' }), false],
    [{ size: '512x512' }, picture({}), false],
    [{ durationSeconds: 4 }, film({ duration_seconds: 4 }), true],
    [{ durationSeconds: 4 }, film({ duration_seconds: 5 }), false],
    [{ durationSeconds: 4 }, film({ params: { duration_seconds: 5 } }), false],
    [{ durationSeconds: 4 }, film({ duration_seconds: 4, params: { duration_seconds: 5 } }), false],
    [{ durationSeconds: 1 }, film({}), false],
    [{ resolution: '720p' }, film({ resolution: '720p' }), true],
    [{ resolution: '720p' }, film({ resolution: '1080p' }), false],
    [{ resolution: '720p' }, film({ resolution: '4k' }), false],
    [{ resolution: '720p' }, film({ model: 'sora-2', resolution: '720p' }), true],
    [{ resolution: '720p' }, film({ model: 'sora-2', resolution: '1080p' }), false],
    [{ maxCost: 0.21 }, film({ duration_seconds: 4, resolution: '720p' }), true],
    [{ maxCost: 0.2 }, film({ duration_seconds: 4, resolution: '720p' }), false],
    [{ maxCost: 100 }, ['/v1/tasks/submit', { model: 'unheard-of', prompt: 'p' }], false],
    [{}, ['/v1/tasks/submit', { model: 'unheard-of', prompt: 'p', n: '7' }], true],
  ];
  it.each(rows)('with caps %j: %j passes: %s', async (caps, [path, body], passes) => {
    const response = await bench.proxy(Object.keys(caps).length > 0 ? { caps } : {})(pageRequest('POST', path, { body: JSON.stringify(body) }));
    const code = response.ok ? undefined : (await errorOf(response)).code;
    expect([code, bench.upstream.requests.length]).toEqual(passes ? [undefined, 1] : ['invalid_param', 0]);
  });

  it.each([
    [{ maxCost: 0.2 }, 'the cost'],
    [{ durationSeconds: 3 }, 'duration_seconds'],
  ])('says in the log that %j was in the way: the cap of %s', async (caps, name) => {
    await bench.proxy({ caps })(pageRequest('POST', '/v1/tasks/submit', { body: JSON.stringify(film({ duration_seconds: 4 })[1]) }));
    expect(bench.events.map(({ reason }) => reason)).toEqual([`Over the cap of ${name}.`]);
  });

  it('holds for the form of an edit', async () => {
    const edit = (n: string) => {
      const form = new FormData();
      form.set('model', 'gpt-image-2');
      form.set('n', n);
      form.set('image', new File(['x'], 'a.png', { type: 'image/png' }));
      return bench.proxy({ caps: { n: 2 } })(pageRequest('POST', '/v1/images/edits', { body: form }));
    };
    expect([(await edit('2')).status, (await edit('3')).status, (await edit('1e3')).status]).toEqual([200, 400, 400]);
  });

  it.each([{ n: '2' }, { n: -1 }, { size: 'large' }, { size: '0x1024' }, { size: 5 }, { resolution: 'hd' }, { resolution: '0p' }, { resolution: 720 }, { seconds: 4 }, { maxCost: Number.NaN }])('refuses caps %j when the server starts', (caps) => {
    expect(() => bench.proxy({ caps: caps as Caps })).toThrow('`caps`');
  });

  it.each([{ n: undefined }, { maxCost: 0 }, { size: '1x1' }, { resolution: '1p' }])('takes caps %j: what is not named is not capped, and nothing may be all that is allowed', (caps) => {
    expect(() => bench.proxy({ caps: caps as Caps })).not.toThrow();
  });
});
