import { toNodeHandler } from 'bytespike-react/server';
import { createSimulatedGateway, type SimulatedGateway } from 'bytespike-react/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildInstances, type Instance, type Instances } from '../../support/instances.js';
import { hasRedis, startRedis } from '../../support/redis-server.js';
import { CANARY, deferred } from './fixture.js';
import { listen } from './upstream.js';

const PATH = '/api/bytespike/v1';
const film = { model: 'veo-3.1-fast', prompt: 'a lighthouse', duration_seconds: 4, out_task_id: 'bs_1' };
const picture = { model: 'gpt-image-2', prompt: 'a lighthouse', n: 2 };

/** Where the first call of a kind stands at the gateway when its instance is killed. */
type Moment = 'on its way' | 'accepted' | 'answered';

describe.skipIf(!hasRedis)('an instance that is killed', () => {
  let built: Instances;
  let redis: Awaited<ReturnType<typeof startRedis>>;
  let gateway: SimulatedGateway;
  let server: Awaited<ReturnType<typeof listen>>;
  const instances: Instance[] = [];
  /** Stops the first request below this path at this moment, until the test lets it go on. */
  let hold: { path: string; moment: Moment; reached: ReturnType<typeof deferred<void>>; release: Promise<void> } | undefined;

  beforeAll(async () => {
    [redis, built] = await Promise.all([startRedis(), buildInstances()]);
  });
  afterAll(async () => {
    built.remove();
    await redis.stop();
  });
  beforeEach(async () => {
    gateway = createSimulatedGateway({ apiKey: CANARY, speed: 40 });
    const handler = toNodeHandler(async (request) => {
      const held = hold !== undefined && new URL(request.url).pathname.startsWith(hold.path) ? hold : undefined;
      if (held !== undefined) hold = undefined;
      if (held?.moment === 'on its way') {
        held.reached.resolve();
        await held.release;
        // Nobody is there any more, and the request never arrived.
        return new Response(null, { status: 503 });
      }
      // Read here, so that a client that dies ends nothing that has arrived.
      const body = request.method === 'POST' ? await request.arrayBuffer() : null;
      const response = await gateway.fetch(new Request(request.url, { method: request.method, headers: request.headers, ...(body ? { body } : {}) }));
      if (held?.moment === 'accepted') {
        held.reached.resolve();
        await held.release;
      }
      if (held?.moment === 'answered') setImmediate(held.reached.resolve);
      return response;
    });
    server = await listen(handler);
  });
  afterEach(async () => {
    for (const instance of instances.splice(0)) await instance.kill();
    await server.close();
    gateway.dispose();
  });

  async function start(): Promise<Instance> {
    const instance = await built.start({ REDIS_URL: redis.url, GATEWAY_URL: server.url, API_KEY: CANARY });
    instances.push(instance);
    return instance;
  }
  const post = ({ url }: Instance, path: string, body: object | FormData, key?: string) =>
    fetch(url + PATH + path, {
      method: 'POST',
      headers: { origin: url, ...(key ? { 'idempotency-key': key } : {}), ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }) },
      body: body instanceof FormData ? body : JSON.stringify(body),
    });

  /** Sends a call to one instance, and kills that when the call has come so far. */
  async function killDuring(send: (instance: Instance) => Promise<Response>, path: string, moment: Moment): Promise<void> {
    const [reached, release] = [deferred<void>(), deferred<void>()];
    hold = { path, moment, reached, release: release.promise };
    const instance = await start();
    const lost = send(instance).then(
      ({ status }) => `was answered with ${status}`,
      () => 'lost',
    );
    await reached.promise;
    await instance.kill();
    release.resolve();
    expect(await lost).toBe('lost');
  }

  it.each<Moment>(['on its way', 'accepted', 'answered'])('mid-image, %s, loses nothing: another one gives the images, billed once', async (moment) => {
    const key = `image-${moment.replaceAll(' ', '-')}`;
    const draw = (instance: Instance) => post(instance, '/images/generations', picture, key);
    await killDuring(draw, '/v1/tasks/submit', moment);
    const [second, third] = [await start(), await start()];
    const answers = await Promise.all([draw(second), draw(third)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const [one, two] = (await Promise.all(answers.map((answer) => answer.json()))) as { data: { url: string }[] }[];
    expect(one?.data).toHaveLength(2);
    // An instance that waits too long takes over, and says its own time: the pictures are the same.
    expect(two?.data).toEqual(one?.data);
    expect((await fetch(one?.data[0]?.url ?? '')).headers.get('content-type')).toBe('image/png');
    expect(gateway.ledger.charges).toHaveLength(1);
    const repeated = await draw(second);
    expect([repeated.headers.get('idempotent-replayed'), ((await repeated.json()) as typeof one)?.data]).toEqual(['true', one?.data]);
    expect(gateway.ledger.charges).toHaveLength(1);
  });

  it('mid-edit leaves an outcome that nobody knows, and nothing is made twice', async () => {
    const form = new FormData();
    form.set('model', 'gpt-image-2');
    form.set('prompt', 'a lighthouse');
    form.set('image', new File([new Uint8Array([1, 2, 3])], 'in.png', { type: 'image/png' }));
    const edit = (instance: Instance) => post(instance, '/images/edits', form, 'edit');
    await killDuring(edit, '/v1/images/edits', 'accepted');
    const second = await start();
    for (let round = 0; round < 2; round++) {
      const answer = await edit(second);
      expect([answer.status, answer.headers.get('x-bytespike-outcome')]).toEqual([502, 'unknown']);
    }
    expect(gateway.ledger.charges).toHaveLength(1);
  });

  it.each<[string, Moment]>([
    ['/v1/tasks/submit', 'on its way'],
    ['/v1/tasks/submit', 'accepted'],
    ['/v1/tasks/stream/', 'accepted'],
  ])('mid-task, with %s %s, loses nothing: another one finds the film, billed once', async (path, moment) => {
    const wish = { ...film, out_task_id: `film-${path.length}-${moment.length}` };
    const submit = (instance: Instance) => post(instance, '/tasks/submit', wish);
    const watch = async (instance: Instance) => {
      const { task_id: taskId } = (await (await submit(instance)).json()) as { task_id: string };
      return fetch(`${instance.url}${PATH}/tasks/stream/${taskId}`, { headers: { origin: instance.url } });
    };
    await killDuring(watch, path, moment);
    const stream = await watch(await start());
    expect(await stream.text()).toContain('"status":"completed"');
    expect(gateway.ledger.charges).toHaveLength(1);
  });
});
