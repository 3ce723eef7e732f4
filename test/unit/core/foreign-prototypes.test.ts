// Pages on which an old library has written into the prototypes of lists and objects.
import { createClient } from 'bytespike-react';
import { describe, expect, it, onTestFinished } from 'vitest';
import { toJson } from '../../../src/core/wire/json.js';

const plain = JSON.stringify;

/** As Prototype.js 1.6 does, and as people did by hand. */
function pollute(): void {
  const added: [object, string, unknown][] = [
    [Array.prototype, 'toJSON', function toJSON(this: unknown[]) { return `[${this.map((each) => plain(each)).join(', ')}]`; }],
    [Array.prototype, 'each', () => {}],
    [Object.prototype, 'extend', () => {}],
  ];
  for (const [owner, name, value] of added) Object.defineProperty(owner, name, { value, enumerable: true, configurable: true, writable: true });
  onTestFinished(() => added.forEach(([owner, name]) => void Reflect.deleteProperty(owner, name)));
}

const value = { list: [{ a: [1, 'two', undefined, null] }], text: 'x', absent: undefined, none: null, number: 0.5 };

describe('on a page whose lists write themselves', () => {
  it('a value is what it is elsewhere', () => {
    const elsewhere = plain(value);
    pollute();
    expect(JSON.stringify(value)).not.toBe(elsewhere);
    expect(toJson(value)).toBe(elsewhere);
  });

  it('a request with a list in it is sent as elsewhere, and its answer is read', async () => {
    const bodies: string[] = [];
    const fetch = async (request: Request) => {
      bodies.push(await request.text());
      return new Response('{"data":[{"url":"https://cdn.example.com/a.png"}]}', { headers: { 'content-type': 'application/json' } });
    };
    const client = () => createClient({ baseUrl: 'https://proxy.example.com', fetch, storage: null });
    const request = { model: 'gpt-4o-image', prompt: 'A kite' } as const;
    await client().images.generate(request);
    pollute();
    const images = await client().images.generate(request);
    expect(bodies[0]).toContain('"messages":[{');
    expect(bodies[1]).toBe(bodies[0]);
    expect(images.map(({ url }) => url)).toEqual(['https://cdn.example.com/a.png']);
  });
});
