import { describe, expect } from 'vitest';
import { test } from './page.js';

describe('the proxy', () => {
  test("lets the browser's own EventSource read a task to its end", async ({ page }) => {
    const statuses = await page.evaluate(async () => {
      const submitted = await fetch('/api/bytespike/v1/tasks/submit', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ model: 'veo-3.1-fast', prompt: 'Rain on a window', duration_seconds: 4, out_task_id: 'event-source' }),
      });
      const { task_id: id } = (await submitted.json()) as { task_id: string };
      const source = new EventSource(`/api/bytespike/v1/tasks/stream/${id}`);
      const seen: string[] = [];
      return new Promise<string[]>((resolve, reject) => {
        source.onerror = () => reject(new Error(`The stream broke after ${seen.join(', ')}.`));
        source.onmessage = ({ data }: MessageEvent<string>) => {
          const { status } = JSON.parse(data) as { status: string };
          seen.push(status);
          if (status !== 'completed') return;
          source.close();
          resolve(seen);
        };
      });
    });
    expect(statuses).toEqual(['queued', 'running', 'completed']);
  });
});
