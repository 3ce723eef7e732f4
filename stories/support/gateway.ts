import { type Client, type ClientOptions, createClient, type SubmittedRecord, taskStore } from 'bytespike-react';
import { createSimulatedGateway, type Fault, type SimulatedGateway, type SteeringWord } from 'bytespike-react/testing';
import type { Conditions } from './conditions.js';
import { createHurry } from './hurry.js';
import { scenarioNamed } from './scenarios.js';
import { ownScope } from './scope.js';
import { createPictures, type Pictures } from './uploads.js';

export interface SimulationOptions {
  /** Name of a network scenario. */
  scenario: string;
  /** How many times faster than the real gateway. */
  speed: number;
  /** USD in the wallet. @default 25, or what the scenario says */
  balance?: number | undefined;
  /** Added to every prompt, in place of that of the scenario: what becomes of it. */
  word?: SteeringWord | undefined;
  /** What goes wrong besides what the scenario does; made anew for each gateway, as a fault may count. */
  faults?: (() => readonly Fault[]) | undefined;
  /** Whether pictures can be brought along, as behind our proxy. @default false */
  uploads?: boolean | undefined;
  /** Whether it hurries until the page is touched, for a story that has begun when one comes to it. @default false */
  hurried?: boolean | undefined;
  /** What was made before, by the records that its clients find. */
  past?: readonly SubmittedRecord[] | undefined;
  /** Under which no time passes by itself. @default time passes, and the page is the browser's */
  conditions?: Conditions | undefined;
}

/** A simulated gateway in this page, with clients that survive its being replaced. */
export interface InPageGateway {
  readonly gateway: SimulatedGateway;
  /** As after a reload of the page: nothing remains but what was stored. */
  connect(): Client;
  /** What a checkout does. The simulated gateway has none: another one takes its place. */
  topUp(usd: number): void;
  dispose(): void;
}

export function createInPageGateway(options: SimulationOptions): InPageGateway {
  const scenario = scenarioNamed(options.scenario);
  const word = options.word ?? scenario.word;
  const joined = options.conditions?.join(() => gateway.requests.some(({ method }) => method === 'POST'));
  const hurry = options.hurried ? createHurry(options.speed) : undefined;
  const environment = scenario.offline ? offline : joined?.environment;
  const pictures = createPictures();
  const start = (balance = options.balance): SimulatedGateway => {
    const given = scenario.gateway?.();
    return createSimulatedGateway({
      speed: hurry?.speed ?? options.speed,
      drawClips: options.hurried ?? false,
      fetchImage: pictures.fetch,
      ...given,
      faults: [...(given?.faults ?? []), ...(options.faults?.() ?? [])],
      ...(balance === undefined ? {} : { balance }),
      ...(joined === undefined ? {} : { clock: { ...joined.clock, now: joined.clock.wallNow } }),
    });
  };
  let gateway = start();
  const answer = async (request: Request) => gateway.fetch(await steered(request, word, pictures));
  const fetch = options.uploads ? pictures.taking(answer) : answer;
  const storage = createMemoryStorage();
  const scope = ownScope();
  const past = [...(options.past ?? [])];
  return {
    get gateway() {
      return gateway;
    },
    connect() {
      const client = createClient({
        baseUrl: gateway.baseUrl,
        fetch,
        headers: { authorization: `Bearer ${gateway.apiKey}` },
        storage,
        scope,
        ...(environment === undefined ? {} : { environment }),
        ...(joined === undefined ? {} : { clock: joined.clock }),
      });
      past.splice(0).forEach(taskStore(client).put);
      return client;
    },
    topUp(usd) {
      const before = gateway;
      gateway = start(before.ledger.balance + usd);
      before.dispose();
    },
    dispose() {
      joined?.leave();
      hurry?.end();
      gateway.dispose();
    },
  };
}

const offline: NonNullable<ClientOptions['environment']> = {
  isOnline: () => false,
  isHidden: () => false,
  onWake: () => () => {},
  onOffline: () => () => {},
};

/** The request with the word in its prompt. */
async function steered(request: Request, word: SteeringWord | undefined, pictures: Pictures): Promise<Request> {
  if (request.method !== 'POST') return request;
  const { headers, signal } = request;
  const withBody = (body: BodyInit, kept: HeadersInit) => new Request(request.url, { method: 'POST', headers: kept, signal, body });
  if (headers.get('content-type')?.includes('json')) {
    return withBody(JSON.stringify(changed((await request.json()) as SentBody, word, pictures)), headers);
  }
  if (word === undefined) return request;
  const form = await request.formData();
  const prompt = form.get('prompt');
  form.set('prompt', `${typeof prompt === 'string' ? prompt : ''} ${word}`);
  return withBody(form, [...headers].filter(([name]) => name !== 'content-type'));
}

interface SentBody {
  prompt?: string;
  image_url?: string;
}

function changed(body: SentBody, word: string | undefined, { named }: Pictures): SentBody {
  return {
    ...body,
    ...(body.prompt === undefined || word === undefined ? {} : { prompt: `${body.prompt} ${word}` }),
    // A picture of this page has a link that nobody else can read; the real gateway's links are `https:`.
    ...(body.image_url?.startsWith('blob:') ? { image_url: named(body.image_url) } : {}),
  };
}

function createMemoryStorage(): NonNullable<ClientOptions['storage']> {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    key: (index) => [...entries.keys()][index] ?? null,
    get length() {
      return entries.size;
    },
  };
}
