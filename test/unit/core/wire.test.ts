import { describe, expect, it } from 'vitest';
import { readImages } from '../../../src/core/wire/image-readings.js';
import type { ReadContext } from '../../../src/core/wire/reading-parts.js';
import { readTask } from '../../../src/core/wire/readings.js';
import { submitBody } from '../../../src/core/wire/bodies.js';

const context: ReadContext = {
  serverNow: Date.UTC(2026, 0, 1),
  usdPerCredit: 1,
  baseUrl: 'https://app.example/api/bytespike',
};

const asked: ReadContext = { ...context, taskId: 'asked' };

describe('reading a task', () => {
  it('reads dialect A', () => {
    const snapshot = readTask(
      {
        task_id: 't1',
        out_task_id: 'bs_1',
        status: 'completed',
        estimated_credits: 0.18,
        credits_used: 0.21,
        output: [{ type: 'video', url: 'https://cdn.example/a.mp4', duration_seconds: 4, width: 1280, height: 720 }],
        upstream_provider: 'somebody',
      },
      context,
    );
    expect(snapshot).toEqual({
      taskId: 't1',
      outTaskId: 'bs_1',
      status: 'completed',
      assets: [
        {
          kind: 'video',
          url: 'https://cdn.example/a.mp4',
          durationSeconds: 4,
          width: 1280,
          height: 720,
          readAt: Date.UTC(2026, 0, 1),
        },
      ],
      cost: { estimated: 0.18, final: 0.21, billed: 'yes' },
    });
  });

  it('reads dialect B', () => {
    const snapshot = readTask(
      { task_id: 't1', status: 'completed', result: { video_url: 'https://cdn.example/b.mp4', duration_seconds: 4, resolution: '720p' }, credits: 0.21 },
      context,
    );
    expect(snapshot?.assets[0]).toMatchObject({ kind: 'video', url: 'https://cdn.example/b.mp4', durationSeconds: 4 });
    expect(snapshot?.cost).toMatchObject({ final: 0.21, billed: 'yes' });
  });

  it('reads dialect C, which does not repeat the id', () => {
    const snapshot = readTask({ status: 'completed', result_url: 'https://cdn.example/c.mp4' }, asked);
    expect(snapshot).toMatchObject({ taskId: 'asked', assets: [{ kind: 'video', url: 'https://cdn.example/c.mp4' }] });
  });

  it('reads all images of a batch', () => {
    const snapshot = readTask(
      { task_id: 't', status: 'completed', result: { image_url: 'https://cdn.example/1', image_urls: ['https://cdn.example/1', 'https://cdn.example/2'] } },
      context,
    );
    expect(snapshot?.assets.map(({ kind, url }) => [kind, url])).toEqual([
      ['image', 'https://cdn.example/1'],
      ['image', 'https://cdn.example/2'],
    ]);
  });

  it.each(['pending', 'queued'])('reads %s as queued', (status) => {
    expect(readTask({ task_id: 't1', status }, context)?.status).toBe('queued');
  });

  it('treats an unknown status as running and keeps its word', () => {
    expect(readTask({ task_id: 't1', status: 'toString' }, context)).toMatchObject({ status: 'running', statusText: 'toString' });
  });

  it('takes fields of the wrong type as absent, and keeps the result that was paid for', () => {
    const snapshot = readTask(
      {
        task_id: 7,
        status: 'completed',
        estimated_seconds: { a: 1 },
        credits: 'free',
        error: 'none',
        output: [null, { url: 9 }, { type: 'image', url: 'https://cdn.example/i.png', width: 'wide' }],
      },
      asked,
    );
    expect(snapshot).toMatchObject({ taskId: 'asked', assets: [{ kind: 'image', url: 'https://cdn.example/i.png' }] });
  });

  it.each([null, [], 'text', 7, {}, { status: 3 }])('refuses %j, which is no task', (body) => {
    expect(readTask(body, context)).toBeUndefined();
  });

  it('says what a cancelled task cost', () => {
    expect(readTask({ task_id: 't', status: 'cancelled' }, context)?.cost).toEqual({ final: 0, billed: 'no' });
    expect(readTask({ task_id: 't', status: 'cancelled', credits_used: 0.12 }, context)?.cost).toEqual({ final: 0.12, billed: 'yes' });
  });

  it('holds money exactly in another unit', () => {
    const snapshot = readTask({ task_id: 't', status: 'running', estimated_credits: 210_000 }, { ...context, usdPerCredit: 0.000001 });
    expect(snapshot?.cost.estimated).toBe(0.21);
  });
});

describe('reading images', () => {
  it('names the format of base64 by its first bytes', () => {
    const images = readImages({ created: 1, data: [{ b64_json: '/9j/AAAA' }] }, { outputFormat: 'png' }, context);
    expect(images?.[0]).toMatchObject({ url: 'data:image/jpeg;base64,/9j/AAAA', mime: 'image/jpeg' });
  });

  it('takes size and seed along, and assumes no end of a link that names none', () => {
    const images = readImages(
      { data: [{ url: 'https://cdn.example/i.webp', revised_prompt: 'A red kettle' }] },
      { size: '1024x1536', outputFormat: 'webp', seed: 7 },
      context,
    );
    expect(images).toEqual([
      {
        kind: 'image',
        url: 'https://cdn.example/i.webp',
        mime: 'image/webp',
        width: 1024,
        height: 1536,
        seed: 7,
        revisedPrompt: 'A red kettle',
        readAt: Date.UTC(2026, 0, 1),
      },
    ]);
  });

  it('finds images among the blocks of a conversation', () => {
    const content = [{ type: 'text', text: 'Here' }, { type: 'image_url', image_url: { url: 'https://cdn.example/t.png' } }];
    expect(readImages({ choices: [{ message: { content } }] }, {}, context)).toMatchObject([{ url: 'https://cdn.example/t.png' }]);
  });

  it('refuses an answer that holds none of it', () => {
    expect(readImages({ error: 'x' }, {}, context)).toBeUndefined();
  });
});

describe('writing a submit', () => {
  const request = { model: 'veo-3.1-fast', prompt: 'tide', durationSeconds: 4, aspectRatio: '16:9' };

  it('lays parameters flat', () => {
    expect(submitBody(request, 'bs_1', 'flat')).toEqual({
      model: 'veo-3.1-fast',
      prompt: 'tide',
      duration_seconds: 4,
      aspect_ratio: '16:9',
      out_task_id: 'bs_1',
    });
  });

  it('lays them under params', () => {
    expect(submitBody(request, 'bs_1', 'params')).toEqual({
      model: 'veo-3.1-fast',
      params: { prompt: 'tide', duration_seconds: 4, aspect_ratio: '16:9' },
      out_task_id: 'bs_1',
    });
  });
});
