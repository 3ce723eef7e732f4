// @vitest-environment node
import { expect, it } from 'vitest';
import { render } from '../../e2e/hydration/server.js';

it('no component sends a style attribute from a server, where a strict content security policy would refuse it', async () => {
  const html = await render(undefined);
  expect(Object.keys(html).length).toBeGreaterThan(10);
  const styled = Object.entries(html).flatMap(([name, markup]) => [...markup.matchAll(/<[^>]* style="[^>]*>/g)].map(([tag]) => `${name}: ${tag}`));
  expect(styled).toEqual([]);
});
