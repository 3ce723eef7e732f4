import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import { blocks } from '../support/readme-plugin.js';

describe('the README', () => {
  it('opens with a component of fewer than 20 lines', () => {
    const [first] = blocks(readFileSync('README.md', 'utf8'), 'tsx');
    expect(first?.trim().split('\n').length).toBeLessThan(20);
  });

  it('shows the studio, by day and by night, as large as it says', async () => {
    const text = readFileSync('README.md', 'utf8');
    const files = [...text.matchAll(/(?:src|srcset)="([^"]+)"/g)].map(([, file = '']) => file);
    expect(files.toSorted()).toEqual(['docs/pictures/studio-dark.webp', 'docs/pictures/studio-light.webp']);
    const [width, height] = ['width', 'height'].map((name) => Number(new RegExp(`${name}="(\\d+)"`).exec(text)?.[1]));
    for (const file of files) expect(await sharp(file).metadata()).toMatchObject({ width, height });
  });

  it('shows a proxy that is closed to strangers and open to users', async () => {
    vi.stubEnv('BYTESPIKE_API_KEY', 'sk-test');
    const currentUser = vi.fn<(request: Request) => Promise<{ id: string } | undefined>>();
    vi.stubGlobal('currentUser', currentUser);
    const { proxy } = await import('readme:0.ts');
    const ask = () => proxy(new Request('https://app.example/api/bytespike/v1/nothing', { headers: { origin: 'https://app.example' } }));
    expect((await ask()).status).toBe(404);
    const read = () =>
      proxy(new Request('https://app.example/api/bytespike/v1/tasks/query?task_id=..', { headers: { origin: 'https://app.example' } }));
    expect((await read()).status).toBe(401);
    currentUser.mockResolvedValue({ id: 'ann' });
    expect((await read()).status).toBe(400);
    vi.unstubAllEnvs();
    vi.unstubAllGlobals();
  });

  it('shows a recommendation and a price', async () => {
    const { model, params, reasons, price } = await import('readme:1.ts');
    expect(model).toBe('nano-banana-v2');
    expect(params).toBeDefined();
    expect(reasons.length).toBeGreaterThan(0);
    expect(price).toMatchObject({ max: 0.21, exact: true });
  });

  it('shows a client that works on the simulated gateway', async () => {
    const { client, gateway } = await import('readme:2.ts');
    const images = await client.images.generate({ model: 'seedream-v5lite', prompt: 'tide' });
    expect(images).toHaveLength(1);
    expect(gateway.ledger.charges).toHaveLength(1);
    gateway.dispose();
  });
});
