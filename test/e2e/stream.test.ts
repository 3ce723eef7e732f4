import { describe, expect } from 'vitest';
import { test } from './page.js';

type Listening = typeof globalThis & { seen: string[] };

describe('the proxy', () => {
  test("lets the browser's own EventSource read a task to its end", async ({ page, studio }) => {
    await page.evaluate(async () => {
      const submitted = await fetch('/api/bytespike/v1/tasks/submit', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ model: 'veo-3.1-fast', prompt: 'Rain on a window', duration_seconds: 4, out_task_id: 'event-source' }),
      });
      const { task_id: id } = (await submitted.json()) as { task_id: string };
      const source = new EventSource(`/api/bytespike/v1/tasks/stream/${id}`);
      const seen: string[] = ((globalThis as Listening).seen = []);
      source.onerror = () => seen.push('broken');
      source.onmessage = ({ data }: MessageEvent<string>) => {
        const { status } = JSON.parse(data) as { status: string };
        seen.push(status);
        if (status === 'completed') source.close();
      };
    });
    const saw = (status: string) => page.waitForFunction((expected) => ['broken', expected].includes((globalThis as Listening).seen.at(-1) ?? ''), status);
    await saw('queued');
    await studio.pass(600);
    await saw('completed');
    expect(await page.evaluate(() => (globalThis as Listening).seen)).toEqual(['queued', 'running', 'completed']);
  });
});
