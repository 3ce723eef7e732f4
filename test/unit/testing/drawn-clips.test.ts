import sharp from 'sharp';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { nodeMedia } from '../../../src/testing/media/media-node.js';
import { distanceOf, gridOf, webmFrames } from '../../support/webm.js';
import { json, rig, submit, VIDEO_MS } from './setup.js';

/** Type and bytes of the clip that comes of it. */
async function clipOf(prompt: string, options: Parameters<typeof rig>[0] = { drawClips: true }, fields: object = {}) {
  const it = rig(options);
  const { task_id } = await submit(it, { prompt, ...fields });
  await it.clock.advance(VIDEO_MS);
  const reading = await vi.waitFor(async () => {
    const answer = await json(await it.post('/v1/tasks/query', { task_id }));
    expect(answer.status).not.toBe('running');
    return answer;
    // Wall time: a film is drawn in it.
  }, 20_000);
  const response = await it.gateway.fetch(new Request(reading.result.video_url));
  return { type: response.headers.get('content-type'), bytes: new Uint8Array(await response.arrayBuffer()), charges: it.gateway.ledger.charges.length };
}

/** How bright the left and the right half of a frame are, on the whole. */
async function halves(frame: Buffer): Promise<[left: number, right: number]> {
  const grid = await gridOf(frame);
  const sum = (isLeft: boolean) => grid.reduce((all, value, index) => all + (Math.floor(index / 3) % 4 < 2 === isLeft ? value : 0), 0);
  return [sum(true), sum(false)];
}

describe('a clip of what its prompt says', () => {
  test('is drawn where that was asked for, and else one of those that are there', async () => {
    const drawn = await clipOf('A red kettle on a wooden table');
    expect(drawn.type).toBe('video/webm');
    expect(drawn.charges).toBe(1);
    expect((await clipOf('A red kettle on a wooden table', {})).type).toBe('video/mp4');
    const frames = webmFrames(drawn.bytes);
    expect(await sharp(frames[0]).metadata()).toMatchObject({ width: 1280, height: 720 });
    expect(drawn.bytes.length).toBeLessThan(2_500_000);
    const [kettle, ocean] = [await gridOf(frames[0]!), await gridOf(webmFrames((await clipOf('A whale under the ice, deep blue')).bytes)[0]!)];
    expect(distanceOf(kettle, ocean)).toBeGreaterThan(20);
  });

  test('is the same for the same words and seed, and another for another seed', async () => {
    const prompt = 'A lighthouse on a cliff';
    const [one, same, other] = await Promise.all([7, 7, 8].map((seed) => clipOf(prompt, { drawClips: true, seed })));
    expect(Buffer.from(one!.bytes).equals(Buffer.from(same!.bytes))).toBe(true);
    expect(Buffer.from(one!.bytes).equals(Buffer.from(other!.bytes))).toBe(false);
  });

  test('moves as the prompt says: out of it is into it the other way round', async () => {
    const [into, out] = await Promise.all(['A cat by a lamp', 'A cat by a lamp, zoom out'].map(async (prompt) => webmFrames((await clipOf(prompt)).bytes)));
    const still = await Promise.all([gridOf(into![0]!), gridOf(into![1]!)]);
    const ends = await Promise.all([gridOf(into![0]!), gridOf(into!.at(-1)!)]);
    // It begins at rest, and is elsewhere in the end.
    expect(distanceOf(...(still as [number[], number[]]))).toBeLessThan(1);
    expect(distanceOf(...(ends as [number[], number[]]))).toBeGreaterThan(4);
    expect(out).toHaveLength(into!.length);
  });

  test('pans to the side that was named', async () => {
    // The sun is where the prompt puts it: left of the middle.
    const sides = async (prompt: string) => {
      const frames = webmFrames((await clipOf(prompt)).bytes);
      const [first, last] = await Promise.all([halves(frames[0]!), halves(frames.at(-1)!)]);
      return { first, last };
    };
    const left = await sides('A lamp on the left in a dark interior at night, pan left');
    const right = await sides('A lamp on the left in a dark interior at night, pan right');
    const leaning = ([a, b]: [number, number]) => a - b;
    expect(Math.sign(leaning(left.last) - leaning(left.first))).toBe(-Math.sign(leaning(right.last) - leaning(right.first)));
  });

  test('keeps the steering words', async () => {
    expect((await clipOf('Waves [webm]')).bytes).toEqual((await clipOf('Waves [webm]', {})).bytes);
  });

  test.for(['[fail]', '[block-late]', '[queue]', '[stall]'])('is not drawn where none comes of it: %s', async (word) => {
    const begun = vi.spyOn(nodeMedia, 'canView');
    onTestFinished(() => begun.mockRestore());
    await clipOf('Waves');
    expect(begun).toHaveBeenCalledOnce();
    const it = rig({ drawClips: true });
    const { task_id } = await submit(it, { prompt: `Waves ${word}` });
    await it.clock.advance(VIDEO_MS);
    const { status } = await json(await it.post('/v1/tasks/query', { task_id }));
    expect([status, begun.mock.calls.length]).toEqual([{ '[queue]': 'queued', '[stall]': 'running' }[word] ?? 'failed', 1]);
  });
});
