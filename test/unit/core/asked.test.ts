import { createClient } from 'bytespike-react';
import { expect, it } from 'vitest';
import { internals } from '../../../src/core/client/internals.js';
import { asked } from '../../../src/core/wire/access.js';

it('what the parts of a client ask through is opened once, and not before', async () => {
  let requests = 0;
  const client = internals(createClient({ baseUrl: 'https://app.example/api', fetch: async () => (requests++, Response.json({ available_usd: 5 })) }));
  const through = () => client.asking(async () => undefined, (_, given) => asked(given)).load();
  const [one, other] = await Promise.all([through(), through()]);
  expect(one.transport).toBe(other.transport);
  // By which a batch hears what any call was refused.
  expect(one.limited).toBe(other.limited);
  expect(requests).toBe(0);
  await client.balance();
  expect(requests).toBe(1);
});
