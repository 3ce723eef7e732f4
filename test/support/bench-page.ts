import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { createClient } from 'bytespike-react';
import { createElement, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { countCalls } from './count-calls.js';

// Runs in the page of the benchmark, bundled. Every strategy has the same tasks and the same proxy.

export interface BenchTask {
  /** Its idempotency key, by which the ledger knows it. */
  key: string;
  model: string;
  prompt: string;
}

/** `'none'`: no task at all, for what the unrelated request costs alone. */
export type BenchStrategy = 'ours' | 'react-query 1 s' | 'EventSource' | 'none';

export interface BenchReading {
  /** When the page knew of each task's end, by the server's clock; milliseconds since the epoch. */
  known: Record<string, number>;
  /** How long each unrelated request took, in milliseconds. */
  waits: number[];
  /** How long a bare frame of an event stream took to the page's hand, in milliseconds. */
  floor: number[];
  /** When each submit was answered, as far as that is ours to see; by the server's clock. */
  answered: number[];
  /** Calls of our client that followed tasks at one moment, at most; 0 for others. */
  following: number;
}

type Known = (key: string) => void;
type Answered = () => void;

const API = '/api';
const UNRELATED_EVERY_MS = 250;
const ALONE_MS = 10_000;
const calls = countCalls((request) => fetch(request));
const now = () => performance.timeOrigin + performance.now();

async function json<T>(path: string, body?: unknown): Promise<T> {
  const init = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(path, { cache: 'no-store', ...init });
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return (await response.json()) as T;
}

async function ours(tasks: readonly BenchTask[], known: Known, answered: Answered): Promise<void> {
  const client = createClient({ baseUrl: API, fetch: calls.fetch });
  await Promise.all(
    tasks.map(async ({ key, ...request }) => {
      const { taskId } = await client.tasks.submit(request, { outTaskId: key });
      answered();
      await client.tasks.follow(taskId, { onSnapshot: ({ status }) => status === 'completed' && known(key) });
    }),
  );
}

interface Reading {
  task_id: string;
  status: string;
}

const submitByHand = async ({ key, ...request }: BenchTask) =>
  (await json<Reading>(`${API}/v1/tasks/submit`, { ...request, out_task_id: key })).task_id;

function Polled({ taskId, onEnd }: { taskId: string; onEnd: () => void }): null {
  const { data } = useQuery({
    queryKey: ['task', taskId],
    queryFn: () => json<Reading>(`${API}/v1/tasks/query`, { task_id: taskId }),
    refetchInterval: ({ state }) => (state.data?.status === 'completed' ? false : 1000),
  });
  const ended = data?.status === 'completed';
  useEffect(() => {
    if (ended) onEnd();
  }, [ended, onEnd]);
  return null;
}

/** As an app would: each task shows as soon as its submit was answered. */
function polled(tasks: readonly BenchTask[], known: Known): Promise<unknown> {
  const client = new QueryClient();
  return Promise.all(
    tasks.map(async (task) => {
      const taskId = await submitByHand(task);
      const root = createRoot(document.body.appendChild(document.createElement('div')));
      await new Promise<void>((resolve) => {
        const onEnd = () => {
          known(task.key);
          resolve();
        };
        root.render(createElement(QueryClientProvider, { client }, createElement(Polled, { taskId, onEnd })));
      });
    }),
  );
}

function streamed(tasks: readonly BenchTask[], known: Known): Promise<unknown> {
  return Promise.all(
    tasks.map(async (task) => {
      const source = new EventSource(`${API}/v1/tasks/stream/${await submitByHand(task)}`);
      await new Promise<void>((resolve) => {
        source.onmessage = ({ data }: MessageEvent<string>) => {
          if ((JSON.parse(data) as Reading).status !== 'completed') return;
          source.close();
          known(task.key);
          resolve();
        };
      });
    }),
  );
}

const strategies: Record<BenchStrategy, (tasks: readonly BenchTask[], known: Known, answered: Answered) => Promise<unknown>> = {
  ours,
  'react-query 1 s': polled,
  EventSource: streamed,
  none: () => new Promise((resolve) => setTimeout(resolve, ALONE_MS)),
};

/** Milliseconds that the server's clock is ahead of the page's: from the quickest of some exchanges. */
async function offset(): Promise<number> {
  let best = { took: Number.POSITIVE_INFINITY, ahead: 0 };
  for (let exchange = 0; exchange < 30; exchange++) {
    const asked = now();
    const { now: server } = await json<{ now: number }>('/ping');
    const took = now() - asked;
    if (took < best.took) best = { took, ahead: server - asked - took / 2 };
  }
  return best.ahead;
}

/** Of a stream with nothing of ours in it, before anything else goes on. */
async function floorOf(ahead: number): Promise<number[]> {
  const delays: number[] = [];
  const reader = (await fetch('/floor')).body!.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return delays;
    const read = now() + ahead;
    for (const [, data = ''] of value.matchAll(/^data: (.*)$/gm)) delays.push(read - (JSON.parse(data) as { due: number }).due);
  }
}

globalThis.measure = async function measure(strategy: BenchStrategy, tasks: readonly BenchTask[]): Promise<BenchReading> {
  const ahead = await offset();
  const floor = await floorOf(ahead);
  const known: Record<string, number> = {};
  const answered: number[] = [];
  const waits: Promise<number>[] = [];
  const unrelated = setInterval(() => {
    const asked = now();
    waits.push(json('/ping').then(() => now() - asked));
  }, UNRELATED_EVERY_MS);
  await strategies[strategy](
    tasks,
    (key) => {
      known[key] ??= now() + ahead;
    },
    () => answered.push(now() + ahead),
  );
  clearInterval(unrelated);
  return { known, waits: await Promise.all(waits), floor, answered, following: calls.most() };
};

declare global {
  var measure: (strategy: BenchStrategy, tasks: readonly BenchTask[]) => Promise<BenchReading>;
}
