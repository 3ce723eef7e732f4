import { createClient } from 'bytespike-react/client';
import { expect, it } from 'vitest';

it.each<[string, unknown, string]>([
  ['an empty variable', '', 'no baseUrl ("")'],
  ['a blank one', ' ', 'no baseUrl (" ")'],
  ['one that is not set', undefined, 'no baseUrl (undefined)'],
  ['null', null, 'no baseUrl (null)'],
  ['a path where there is no page', '/api/bytespike', 'is not an address here'],
])('says what is wrong with a baseUrl, and sends nothing: %s', async (_, baseUrl, why) => {
  const sent: string[] = [];
  const client = createClient({
    baseUrl: baseUrl as string,
    fetch: async ({ url }) => {
      sent.push(url);
      return Response.json({});
    },
  });
  await expect(client.tasks.submit({ model: 'veo-3.1-fast', prompt: 'A kite', durationSeconds: 4 })).rejects.toMatchObject({ code: 'invalid_config', field: 'baseUrl', message: expect.stringContaining(why), billed: 'no' });
  expect(sent).toEqual([]);
});
