import { describe, expect, test } from 'vitest';
import { embed } from '../../../src/testing/meaning/embed.js';
import { relevance } from '../../../src/testing/meaning/relevance.js';
import { type Answer, json, rig } from './setup.js';

const EMBED = { model: 'bge-large-zh-v1.5' };
const RERANK = { model: 'bge-reranker-v2-m3' };
const cosine = (a: string, b: string) => {
  const [one, other] = [embed(a), embed(b)];
  return one.reduce((sum, value, at) => sum + value * other[at]!, 0);
};

async function ask(path: string, body: object, options: Parameters<typeof rig>[0] = {}): Promise<{ status: number; body: Answer; it: ReturnType<typeof rig> }> {
  const it = rig(options);
  const answer = it.post(path, body);
  await it.clock.advance(1000);
  const response = await answer;
  return { status: response.status, body: await json(response), it };
}

describe('where texts lie', () => {
  test.each([
    ['a car on the road', 'an automobile in a street', 'a cat on the road'],
    ['a lighthouse at dusk', 'a lighthouse at sunset', 'a lighthouse at noon'],
    ['a kettle', 'a teapot', 'a bicycle'],
    ['a blue kettle on a table', '桌上有一个蓝色的水壶', 'a red lamp on a table'],
    ['海边的小狗', 'a dog on a beach', '街道上的猫'],
    ['Ein Fuchs im Wald', 'a fox in the forest', 'Ein Haus am Meer'],
    ['golden hour over the harbour', 'sunset by the sea', 'a gold watch'],
  ])('%s is nearer to %s than to %s', (text, near, far) => {
    expect(cosine(text, near)).toBeGreaterThan(cosine(text, far) + 0.05);
    expect(cosine(text, near)).toBeLessThan(0.99);
  });

  test('is of length 1, on the spot for the same words, and there for none', () => {
    for (const text of ['A kettle', '水壶', '', '?!']) expect(cosine(text, text)).toBeCloseTo(1, 5);
  });
});

describe('what answers a question', () => {
  test.each([
    ['a red kettle on a blue table', 'a red kettle on a blue table at dusk', 'a blue kettle on a red table at dusk'],
    ['a desk without a lamp', 'an empty desk, no lamp', 'a desk with a lamp'],
    ['a black cat', '一只黑色的猫', 'a white cat and a black car'],
  ])('%s is %s rather than %s', (query, right, wrong) => {
    expect(relevance(query, right)).toBeGreaterThan(relevance(query, wrong));
    expect(relevance(query, right)).toBeLessThanOrEqual(1);
    expect(relevance(query, wrong)).toBeGreaterThanOrEqual(0);
  });
});

describe('/v1/embeddings', () => {
  test('gives a vector for each text, as numbers and as bytes, and is paid for by what it reads', async () => {
    const { status, body, it } = await ask('/v1/embeddings', { ...EMBED, input: ['A kettle', '水壶'] });
    expect([status, body.object, body.model, body.data.map(({ index }: { index: number }) => index)]).toEqual([200, 'list', EMBED.model, [0, 1]]);
    expect(body.data[0].embedding).toHaveLength(1024);
    expect(body.usage).toEqual({ prompt_tokens: 3, total_tokens: 3 });
    expect(it.gateway.ledger).toMatchObject({ held: 0, charges: [{ model: EMBED.model, amount: 3e-6 }] });
    const { body: bytes } = await ask('/v1/embeddings', { ...EMBED, input: 'A kettle', encoding_format: 'base64' });
    const read = new Float32Array(new Uint8Array(Buffer.from(bytes.data[0].embedding, 'base64')).buffer);
    expect([...read].map((value, at) => Math.abs(value - body.data[0].embedding[at]) < 1e-6)).not.toContain(false);
  });

  test.each([
    [{ input: ['a'] }, 'model'],
    [{ ...EMBED }, 'input'],
    [{ ...EMBED, input: [] }, 'input'],
    [{ ...EMBED, input: ['a', ' '] }, 'input'],
    [{ ...EMBED, input: [[1, 2]] }, 'input'],
    [{ ...EMBED, input: ['a'], encoding_format: 'int8' }, 'encoding_format'],
    [{ ...EMBED, input: ['a'], dimensions: 8 }, 'dimensions'],
    [{ model: 'bge-reranker-v2-m3', input: ['a'] }, 'model'],
    [{ model: 'gpt-image-2', input: ['a'] }, 'model'],
  ])('refuses %j, by the field, for nothing', async (request, param) => {
    const { status, body, it } = await ask('/v1/embeddings', request);
    expect([status, body.error.param, it.gateway.ledger.charges]).toEqual([400, param, []]);
  });
});

describe('/v1/rerank', () => {
  const documents = ['a car', 'a blue kettle', { text: 'a red kettle' }];

  test('orders texts by how well each answers, and is paid for', async () => {
    const { status, body, it } = await ask('/v1/rerank', { ...RERANK, query: 'red kettle', documents, return_documents: true });
    expect([status, body.results.map(({ index }: { index: number }) => index)]).toEqual([200, [2, 1, 0]]);
    expect(body.results[0].document).toEqual({ text: 'a red kettle' });
    expect(it.gateway.ledger).toMatchObject({ held: 0, charges: [{ model: RERANK.model }] });
  });

  test('names as many as it is asked to', async () => {
    const { body } = await ask('/v1/rerank', { ...RERANK, query: 'red kettle', documents, top_n: 1 });
    expect(body.results).toEqual([{ index: 2, relevance_score: expect.any(Number) }]);
  });

  test.each([
    [{ ...RERANK, documents }, 'query'],
    [{ ...RERANK, query: 'a', documents: [] }, 'documents'],
    [{ ...RERANK, query: 'a', documents: [{ url: 'b' }] }, 'documents'],
    [{ ...RERANK, query: 'a', documents, top_n: 0 }, 'top_n'],
    [{ model: 'bge-large-zh-v1.5', query: 'a', documents }, 'model'],
  ])('refuses %j, by the field, for nothing', async (request, param) => {
    const { status, body, it } = await ask('/v1/rerank', request);
    expect([status, body.error.param, it.gateway.ledger.charges]).toEqual([400, param, []]);
  });
});

test.each(['/v1/embeddings', '/v1/rerank'])('%s is not there where it is not exposed', async (path) => {
  const { status, body, it } = await ask(path, { ...EMBED, ...RERANK, input: ['a'], query: 'a', documents: ['b'] }, { embeddings: false });
  expect([status, body.error.code, it.gateway.ledger.charges]).toEqual([404, 'not_found', []]);
});
