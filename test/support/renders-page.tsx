import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { BytespikeProvider, type Client, createClient } from 'bytespike-react';
import * as reactQuery from 'bytespike-react/react-query';
import * as swr from 'bytespike-react/swr';
import { Profiler, type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import useSWR, { SWRConfig } from 'swr';

// Runs in the page of the benchmark: `count` tasks on the screen, each read `reads` times, over an
// answer that is made in memory. Every way shows the same row.

export const ways = ['ours, react-query', 'ours, swr', 'by hand, react-query', 'by hand, swr', 'limit: one batched store', 'limit: no React'] as const;
export type Way = (typeof ways)[number];

export interface RendersSetup {
  way: Way;
  count: number;
  reads: number;
  /** Whether every read says something new. */
  changing: boolean;
}

export interface RendersReading {
  /** Of the whole list. */
  commits: number;
  /** Of all rows together. */
  rowCommits: number;
  /** Reads that were answered. */
  answered: number;
}

interface Reading {
  task_id: string;
  status: string;
  estimated_seconds: number;
}

const INTERVAL_MS = 100;
let answered = 0;
let rowCommits = 0;
let round = 0;
let changing = false;

function answer(taskId: string): Reading {
  answered++;
  return { task_id: taskId, status: 'running', estimated_seconds: changing ? 10 + round : 10 };
}

const ids = (count: number) => Array.from({ length: count }, (_, index) => `task-${index}`);
const tick = (ms = INTERVAL_MS) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function Row({ id, status, seconds }: { id: string; status: string | undefined; seconds: number | undefined }): ReactNode {
  useEffect(() => {
    rowCommits++;
  });
  return (
    <li>
      {id} {status} {seconds}
    </li>
  );
}

/** Reads every task of ours `reads` times; the rows watch them through the hook. */
async function readOurs(client: Client, { count, reads }: RendersSetup): Promise<void> {
  for (round = 1; round <= reads; round++) {
    await Promise.all(ids(count).map((id) => client.tasks.query({ taskId: id })));
    await tick();
  }
}

function createOurs(): Client {
  return createClient({
    baseUrl: 'https://in.memory',
    storage: null,
    // No reads but those of the benchmark.
    environment: { isOnline: () => true, isHidden: () => true, onWake: () => () => {}, onOffline: () => () => {} },
    async fetch(request) {
      const { task_id: taskId } = (await request.json()) as Reading;
      return Response.json(answer(taskId));
    },
  });
}

function oursWith({ useVideoTask }: Pick<typeof reactQuery, 'useVideoTask'>) {
  return function Ours({ id }: { id: string }): ReactNode {
    const { status, task } = useVideoTask({ taskId: id });
    return <Row id={id} status={status} seconds={task?.estimatedSeconds} />;
  };
}

function HandReactQuery({ id }: { id: string }): ReactNode {
  const { data } = useQuery({ queryKey: ['task', id], queryFn: async () => answer(id), refetchInterval: INTERVAL_MS });
  return <Row id={id} status={data?.status} seconds={data?.estimated_seconds} />;
}

function HandSwr({ id }: { id: string }): ReactNode {
  const { data } = useSWR(['task', id], async () => answer(id), { refreshInterval: INTERVAL_MS, dedupingInterval: 0 });
  return <Row id={id} status={data?.status} seconds={data?.estimated_seconds} />;
}

const batched = { readings: new Map<string, Reading>(), listeners: new Set<() => void>() };
function Limit({ id }: { id: string }): ReactNode {
  const reading = useSyncExternalStore(
    (listener) => {
      batched.listeners.add(listener);
      return () => batched.listeners.delete(listener);
    },
    () => batched.readings.get(id),
  );
  return <Row id={id} status={reading?.status} seconds={reading?.estimated_seconds} />;
}

async function readLimit({ count, reads, changing: news }: RendersSetup): Promise<void> {
  for (round = 1; round <= reads; round++) {
    for (const id of ids(count)) {
      const reading = answer(id);
      if (news || round === 1) batched.readings.set(id, reading);
    }
    for (const listener of batched.listeners) listener();
    await tick();
  }
}

async function withoutReact({ count, reads }: RendersSetup): Promise<void> {
  const rows = ids(count).map((id) => {
    const text = document.body.appendChild(document.createElement('li')).appendChild(document.createTextNode(id));
    return { id, text };
  });
  for (round = 1; round <= reads; round++) {
    for (const { id, text } of rows) text.data = `${id} ${answer(id).estimated_seconds}`;
    await tick();
  }
}

globalThis.renders = async function renders(setup: RendersSetup): Promise<RendersReading> {
  ({ changing } = setup);
  const { way, count, reads } = setup;
  if (way === 'limit: no React') {
    await withoutReact(setup);
    return { commits: 0, rowCommits, answered };
  }
  const client = createOurs();
  const rows: Record<Exclude<Way, 'limit: no React'>, (props: { id: string }) => ReactNode> = {
    'ours, react-query': oursWith(reactQuery),
    'ours, swr': oursWith(swr),
    'by hand, react-query': HandReactQuery,
    'by hand, swr': HandSwr,
    'limit: one batched store': Limit,
  };
  const Task = rows[way];
  let commits = 0;
  createRoot(document.body.appendChild(document.createElement('div'))).render(
    <QueryClientProvider client={new QueryClient()}>
      <SWRConfig value={{ provider: () => new Map() }}>
        <BytespikeProvider client={client}>
          <Profiler id="tasks" onRender={() => commits++}>
            <ul>
              {ids(count).map((id) => (
                <Task key={id} id={id} />
              ))}
            </ul>
          </Profiler>
        </BytespikeProvider>
      </SWRConfig>
    </QueryClientProvider>,
  );
  await tick();
  if (way.startsWith('ours')) await readOurs(client, setup);
  else if (way.startsWith('limit')) await readLimit(setup);
  else {
    for (round = 1; round <= reads; round++) await tick();
  }
  await tick();
  return { commits, rowCommits, answered };
};

declare global {
  var renders: (setup: RendersSetup) => Promise<RendersReading>;
}
