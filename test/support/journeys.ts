import { createHmac } from 'node:crypto';
import type { Proxy, ProxyOptions, ProxyStore } from 'bytespike-react/server';
import { createProxy } from 'bytespike-react/server';
import { createRandom } from './random.js';

const APP = 'https://app.example/api/bytespike';
const WEBHOOK_SECRET = 'what the gateway signs with';

interface Task {
  task_id: string;
  out_task_id?: string;
  status: string;
  credits?: number;
  result?: object;
}

type Loss = 'none' | 'before' | 'after' | 'refused';

/** A gateway in place, without waits, that loses and refuses as chance has it, and writes down what it bills. */
export function createJourneyGateway(random: () => number) {
  const tasks = new Map<string, Task>();
  const answers = new Map<string, object>();
  let billed = 0;
  const pick = <T>(...choices: T[]): T => choices[Math.floor(random() * choices.length)] as T;
  const json = (status: number, body: object) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  const refusal = (status: number, code: string) => json(status, { error: { code, message: 'No.' } });

  function end(task: Task): void {
    if (task.status !== 'running') return;
    const status = pick('completed', 'completed', 'failed', 'cancelled');
    const credits = status === 'completed' ? pick(0.1, 0.21, 0.05) : status === 'cancelled' ? pick(0, 0.04) : undefined;
    Object.assign(task, { status, ...(credits === undefined ? {} : { credits }), ...(status === 'completed' ? { result: { video_url: 'https://cdn.example/0.mp4' } } : {}) });
    billed += Math.round((credits ?? 0) * 1e6);
  }

  async function answer(request: Request, loss: Loss): Promise<Response> {
    const { pathname } = new URL(request.url);
    const body = request.method === 'POST' && request.headers.get('content-type')?.includes('json') ? ((await request.json()) as Record<string, string>) : {};
    if (pathname.endsWith('/submit')) {
      const name = body.out_task_id ?? '';
      const known = [...tasks.values()].find((task) => task.out_task_id === name);
      if (known !== undefined) return json(200, known);
      if (loss === 'refused') return refusal(400, 'invalid_param');
      const task: Task = { task_id: `task_${tasks.size}`, out_task_id: name, status: 'running' };
      tasks.set(task.task_id, task);
      return json(200, task);
    }
    if (pathname.startsWith('/v1/images')) {
      const key = request.headers.get('idempotency-key') ?? '';
      if (loss === 'refused') return refusal(451, 'content_policy_violation');
      const made = answers.get(key) ?? { data: [{ url: `https://cdn.example/${key}.png` }] };
      if (!answers.has(key)) billed += 30_000;
      answers.set(key, made);
      return json(200, made);
    }
    const id = body.task_id ?? pathname.split('/').at(-1) ?? '';
    const task = tasks.get(id) ?? [...tasks.values()].find((each) => each.out_task_id === body.out_task_id);
    if (task === undefined) return refusal(404, 'task_not_found');
    if (pick(true, false)) end(task);
    return json(200, task);
  }

  return {
    billed: () => billed,
    tasks,
    async fetch(request: Request): Promise<Response> {
      const costs = /submit|images/.test(request.url);
      const loss: Loss = costs ? pick<Loss>('none', 'none', 'none', 'before', 'after', 'refused') : pick<Loss>('none', 'none', 'none', 'none', 'after');
      // Of an edit that never arrived nobody would ever know.
      if (loss === 'before' && !request.url.includes('/images/')) throw new TypeError('fetch failed');
      const response = await answer(request, loss);
      if (loss === 'after') throw new TypeError('fetch failed');
      return response;
    },
  };
}

export interface JourneysResult {
  billed: number;
  spent: number;
  /** Whether a user may begin as many tasks at once as ever. */
  inFlight: number;
}

/**
 * So many wishes of a few users, each until its end is known: sent, lost, looked for, sent again,
 * read, cancelled, told by webhooks that repeat and contradict. Then what the books say.
 */
export async function runJourneys(stores: readonly ProxyStore[], { count, seed }: { count: number; seed: number }): Promise<JourneysResult> {
  const random = createRandom(seed);
  const gateway = createJourneyGateway(random);
  const limits: ProxyOptions['limits'] = { tasksInFlight: 1000, spend: { usd: 1e6, perSeconds: 30 * 86_400 }, requests: { max: 1e9, perSeconds: 30 * 86_400 } };
  const options = { apiKey: 'sk-of-the-journeys', secret: 'a secret of the journeys, long enough', limits, webhookSecret: WEBHOOK_SECRET };
  const users = ['ann', 'bob', 'carol'];
  const silent = { info() {}, warn() {}, error() {} };
  const proxies = stores.map((store) =>
    createProxy({ ...options, store, imagesAsTasks: false, fetch: gateway.fetch, logger: silent, authorize: ({ headers }) => ({ userId: headers.get('x-user') ?? '' }) }),
  );
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

  async function send(user: string, path: string, body: object | FormData, headers: Record<string, string> = {}): Promise<{ status: number; unknown: boolean; json: Record<string, unknown> }> {
    const type = body instanceof FormData ? {} : { 'content-type': 'application/json' };
    const proxy: Proxy = any(proxies);
    const response = await proxy(
      new Request(APP + path, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin', 'x-user': user, ...type, ...headers }, body: body instanceof FormData ? body : JSON.stringify(body) }),
    );
    const unknown = response.headers.get('x-bytespike-outcome') === 'unknown';
    return { status: response.status, unknown, json: (await response.json().catch(() => ({}))) as Record<string, unknown> };
  }

  async function tell(task: Task, status: string): Promise<void> {
    const body = JSON.stringify({ ...task, status });
    const signature = createHmac('sha256', WEBHOOK_SECRET).update(body).digest('hex');
    await any(proxies)(new Request(`${APP}/webhook`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-bytespike-signature': signature }, body }));
  }

  async function film(user: string, name: string): Promise<void> {
    const wish = { model: 'veo-3.1-fast', prompt: 'p', duration_seconds: 4, out_task_id: name };
    let taskId = '';
    for (let lost = false; taskId === ''; ) {
      const found = lost && random() < 0.5 ? await send(user, '/v1/tasks/query', { out_task_id: name }) : await send(user, '/v1/tasks/submit', wish);
      if (typeof found.json.task_id === 'string') taskId = found.json.task_id;
      // Refused, and never lost: that is its end.
      else if (!lost && !found.unknown) return;
      else lost = true;
    }
    if (random() < 0.2) await send(user, '/v1/tasks/submit', wish);
    for (let status = ''; !['completed', 'failed', 'cancelled'].includes(status); ) {
      const path = random() < 0.2 ? '/v1/tasks/cancel' : '/v1/tasks/query';
      ({ json: { status = '' } } = (await send(user, path, { task_id: taskId })) as { json: { status?: string } });
    }
    const task = [...gateway.tasks.values()].find(({ out_task_id: out }) => out?.endsWith(`.${name}`));
    if (task !== undefined && random() < 0.3) await tell(task, task.status);
    if (task !== undefined && task.status === 'completed' && random() < 0.5) await tell({ task_id: task.task_id, status: '' }, 'failed');
  }

  async function edit(user: string, key: string): Promise<void> {
    const form = new FormData();
    form.set('model', 'gpt-image-2');
    form.set('prompt', 'p');
    form.set('image', new File([new Uint8Array([1])], 'a.png', { type: 'image/png' }));
    for (let tries = 0; tries < 2; tries++) await send(user, '/v1/images/edits', form, { 'idempotency-key': key });
  }

  for (let done = 0; done < count; done += 10) {
    await Promise.all(Array.from({ length: Math.min(10, count - done) }, (_, index) => (random() < 0.75 ? film : edit)(any(users), `w${done + index}`)));
  }
  const [store] = stores as [ProxyStore];
  const now = Date.now();
  const subjects = users.map((user) => `user:${user}`);
  const spent = (await Promise.all(subjects.map((subject) => store.spent(subject, now - 1e9, now)))).reduce((sum, amount) => sum + amount, 0);
  const verdicts = subjects.map((subject) => store.reserve({ subject, id: 'probe', now, amount: 0, inFlightUntil: now + 1000, limits: { tasksInFlight: 1 } }));
  return { billed: gateway.billed(), spent, inFlight: (await Promise.all(verdicts)).filter(({ ok }) => !ok).length };
}
