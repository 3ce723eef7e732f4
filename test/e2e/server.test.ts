import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { startStudio } from './studio.js';

describe('npm start', () => {
  it('takes the next port when the one asked for is busy, and says so', async () => {
    const first = await startStudio();
    const { port } = new URL(first.url);
    const second = await startStudio({ PORT: port });
    expect(Number(new URL(second.url).port)).toBeGreaterThan(Number(port));
    expect(second.log()).toContain(`Port ${port} is busy`);
    expect([await first.stop(), await second.stop()]).toEqual([0, 0]);
  });

  it('serves the built page and nothing beside it', async () => {
    const studio = await startStudio();
    const page = await fetch(studio.url);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    const etag = page.headers.get('etag') ?? '';
    expect((await fetch(studio.url, { headers: { 'if-none-match': etag } })).status).toBe(304);
    for (const path of ['/../server.ts', '/%2e%2e/server.ts', '/..%2fserver.ts', '/server.ts', '/src/main.tsx']) {
      expect([path, await statusOf(studio.url, path)]).toEqual([path, 404]);
    }
    await studio.stop();
  });
});

/** As it is written: `fetch` would resolve the dots before it asks. */
function statusOf(url: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}
