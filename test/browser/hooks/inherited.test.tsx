// What an app sets for all of its own reads and calls, and what our hooks make of it: docs/defaults.md.
import { type DefaultOptions, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { BytespikeProvider, createClient } from 'bytespike-react';
import * as swr from 'bytespike-react/swr';
import { createSimulatedGateway } from 'bytespike-react/testing';
import { Component, type ReactNode, Suspense } from 'react';
import { SWRConfig, type SWRConfiguration, unstable_serialize } from 'swr';
import type { SWRMutationConfiguration } from 'swr/mutation';
import { describe, expect, it, onTestFinished } from 'vitest';
import { flavours } from '../../support/flavours.js';

class Boundary extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {};
  static getDerivedStateFromError = (error: Error) => ({ error });
  override render() {
    return this.state.error === undefined ? this.props.children : <p>Taken down: {this.state.error.message}</p>;
  }
}

/** Names of options that are the library's own business and no app's. */
type Internal = '_defaulted' | '_optimisticResults' | '_type' | 'behavior' | 'queryHash';
/** Every option has a row: one that a later release brings does not compile until somebody has thought about it. */
type Table<Option extends PropertyKey> = Record<Option, unknown>;

/** `useQuery` takes `suspense`, whatever its types say. */
const queries: Table<Exclude<keyof NonNullable<DefaultOptions['queries']>, Internal> | 'suspense'> = {
  enabled: false,
  gcTime: 0,
  initialData: { items: [] },
  initialDataUpdatedAt: 0,
  maxPages: 1,
  meta: { of: 'the app' },
  networkMode: 'offlineFirst',
  notifyOnChangeProps: [],
  persister: (run: (context: unknown) => unknown, context: unknown) => run(context),
  placeholderData: { items: [] },
  queryFn: () => Promise.resolve('the app’s own'),
  queryKeyHashFn: (key: unknown) => `the app’s own ${JSON.stringify(key)}`,
  refetchInterval: 50,
  refetchIntervalInBackground: true,
  refetchOnMount: false,
  refetchOnReconnect: false,
  refetchOnWindowFocus: false,
  retry: 5,
  retryDelay: 60_000,
  retryOnMount: false,
  select: () => 'the app’s own',
  staleTime: 'static',
  // As for answers that have a version: of ours, none has.
  structuralSharing: (before: { version?: number } | undefined, after: { version?: number }) => (before !== undefined && before.version === after.version ? before : after),
  suspense: true,
  throwOnError: true,
};

const configs: Table<Exclude<keyof SWRConfiguration, 'provider' | 'cacheData' | 'isPaused'>> = {
  compare: (a: { version?: number } | undefined, b: { version?: number } | undefined) => a?.version === b?.version,
  dedupingInterval: 60_000,
  errorRetryCount: 5,
  errorRetryInterval: 60_000,
  fallback: { other: 'the app’s own' },
  fallbackData: { items: [] },
  fetcher: () => Promise.resolve('the app’s own'),
  focusThrottleInterval: 0,
  initFocus: () => () => {},
  initReconnect: () => () => {},
  isOnline: () => false,
  isVisible: () => false,
  keepPreviousData: true,
  loadingTimeout: 0,
  onDiscarded: () => {},
  onError: () => {},
  onErrorRetry: () => {},
  onLoadingSlow: () => {},
  onSuccess: () => {},
  refreshInterval: 50,
  refreshWhenHidden: true,
  refreshWhenOffline: true,
  revalidateIfStale: false,
  revalidateOnFocus: false,
  revalidateOnMount: false,
  revalidateOnReconnect: false,
  shouldRetryOnError: true,
  strictServerPrefetchWarning: true,
  suspense: true,
  use: [(next: (...read: unknown[]) => unknown) => (...read: unknown[]) => next(...read)],
};

const mutations: Table<Exclude<keyof NonNullable<DefaultOptions['mutations']>, '_defaulted'>> = {
  gcTime: 0,
  meta: { of: 'the app' },
  mutationFn: () => Promise.resolve('the app’s own'),
  mutationKey: ['the app’s own'],
  networkMode: 'online',
  onError: () => {},
  onMutate: () => ({ mine: true }),
  onSettled: () => {},
  onSuccess: () => {},
  retry: 5,
  retryDelay: 60_000,
  scope: { id: 'one at a time' },
  throwOnError: true,
};

const mutationConfigs: Table<Exclude<keyof SWRMutationConfiguration<unknown, unknown>, 'fetcher'> | 'throwOnError'> = {
  onError: () => {},
  onSuccess: () => {},
  optimisticData: 'soon',
  populateCache: true,
  revalidate: true,
  rollbackOnError: true,
  throwOnError: false,
};

/** As functions of the read, which an app decides by for each. */
const decided = {
  queries: { enabled: () => false, refetchInterval: () => 50, refetchOnMount: () => false, retry: () => true, staleTime: () => Number.POSITIVE_INFINITY, throwOnError: () => true },
  mutations: { retry: () => true, throwOnError: () => true },
};

/** Each option by itself, and none at all. */
const rows = (table: Table<string>): object[] => [{}, ...Object.entries(table).map(([name, value]) => ({ [name]: value }))];

const cases = (setting: 'reads' | 'calls') => [
  ...rows(setting === 'reads' ? queries : mutations).map((options) => ({ flavour: flavours[0]!, options, named: `react-query ${describeOptions(options)}` })),
  ...rows(setting === 'reads' ? decided.queries : decided.mutations).slice(1).map((options) => ({ flavour: flavours[0]!, options, named: `react-query ${describeOptions(options)}, decided for each` })),
  ...rows(setting === 'reads' ? configs : mutationConfigs).map((options) => ({ flavour: flavours[1]!, options, named: `swr ${describeOptions(options)}` })),
];
const describeOptions = (options: object): string => Object.keys(options).join(', ') || 'as it comes';

function app(setting: 'queries' | 'mutations', { name }: { name: string }, options: object, fetch: (request: Request) => Promise<Response>, element: ReactNode, baseUrl = '/api', headers = {}): void {
  const client = createClient({ baseUrl, fetch, headers });
  const inside = (
    <BytespikeProvider client={client} locale="en">
      <Boundary>
        <Suspense fallback={<p>Suspended</p>}>{element}</Suspense>
      </Boundary>
    </BytespikeProvider>
  );
  render(
    name === 'swr' ? (
      <SWRConfig value={{ ...options, provider: () => new Map() }}>{inside}</SWRConfig>
    ) : (
      <QueryClientProvider client={new QueryClient({ defaultOptions: { [setting]: options } })}>{inside}</QueryClientProvider>
    ),
  );
}

describe('behind a proxy that opens none of them, what can be read says so, and the rest goes by what is built in', () => {
  it.each(cases('reads'))('$named', async ({ flavour, options }) => {
    const { useBalance, useCostEstimate, useModels, useUsage } = flavour.hooks;
    const refuse = async () => Response.json({ error: { message: 'Not open.', code: 'not_found' } }, { status: 404 });
    function Page(): ReactNode {
      const models = useModels();
      const price = useCostEstimate({ model: 'veo-3.1-fast', prompt: 'tide', durationSeconds: 4 });
      return <p>{[models.status, models.source, models.models.length, price.estimate?.max, price.catalogSource, useBalance().status, useUsage().status].join(' ')}</p>;
    }
    app('queries', flavour, options, refuse, <Page />);
    expect(await screen.findByText('error built-in 18 0.21 built-in error error')).toBeTruthy();
  });
});

describe('what is read anew takes the place of what was read before', () => {
  it.each(cases('reads'))('$named', async ({ flavour, options }) => {
    const { useBalance, useUsage } = flavour.hooks;
    let asked = 0;
    const answer = async ({ url }: Request) => {
      if (url.includes('usage')) return Response.json({ data: [] });
      if (url.includes('balance')) asked += 1;
      return url.includes('balance') ? Response.json({ available_usd: asked > 1 ? 20 : 10 }) : new Response(null, { status: 404 });
    };
    function Page(): ReactNode {
      const { available, status, refresh } = useBalance();
      return (
        <>
          <p>{[status, available, useUsage().status].join(' ')}</p>
          <button type="button" onClick={() => void refresh()}>
            Refresh
          </button>
        </>
      );
    }
    app('queries', flavour, options, answer, <Page />);
    await screen.findByText(/^success \d0 success$/);
    // Named by what does not change: some of these options read anew by themselves, before a slow machine has clicked.
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(await screen.findByText('success 20 success')).toBeTruthy();
  });
});

describe('a call says what came of it, and the next one does not wait', () => {
  it.each(cases('calls'))('$named', async ({ flavour, options }) => {
    const { useVideoTask } = flavour.hooks;
    const gateway = createSimulatedGateway({ speed: 1000 });
    onTestFinished(() => gateway.dispose());
    const told: string[] = [];
    function Page(): ReactNode {
      const [first, second, third] = [useVideoTask(), useVideoTask(), useVideoTask()];
      const request = { model: 'veo-3.1-fast', prompt: 'tide', durationSeconds: 4 } as const;
      const go = () => {
        void first.generate({ ...request, prompt: 'tide [queue]' });
        second.generate(request).then(
          ({ status }) => told.push(status),
          () => told.push('rejected'),
        );
        third.generate({ ...request, durationSeconds: 400 }).then(
          () => told.push('resolved'),
          ({ code }: { code: string }) => told.push(code),
        );
      };
      return (
        <button type="button" onClick={go}>
          Go
        </button>
      );
    }
    app('mutations', flavour, options, gateway.fetch, <Page />, gateway.baseUrl, { authorization: `Bearer ${gateway.apiKey}` });
    fireEvent.click(screen.getByRole('button'));
    await waitFor(() => expect(told).toEqual(['invalid_param', 'completed']));
  });
});

it('an app that pauses all reads of SWR reads no models, and its tasks go on', async () => {
  const gateway = createSimulatedGateway({ speed: 1000 });
  onTestFinished(() => gateway.dispose());
  function Page(): ReactNode {
    const models = swr.useModels();
    const { status, generate } = swr.useVideoTask();
    return (
      <button type="button" onClick={() => void generate({ model: 'veo-3.1-fast', prompt: 'tide', durationSeconds: 4 })}>
        {[models.status, models.source, status].join(' ')}
      </button>
    );
  }
  // No tab of another test is this one's, whose task may have the same id.
  const client = createClient({ scope: 'paused', baseUrl: gateway.baseUrl, fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` }, storage: null });
  render(
    <SWRConfig value={{ provider: () => new Map(), isPaused: () => true }}>
      <BytespikeProvider client={client}>
        <Page />
      </BytespikeProvider>
    </SWRConfig>,
  );
  fireEvent.click(screen.getByRole('button'));
  expect(await screen.findByText('pending built-in completed')).toBeTruthy();
  expect(gateway.requests.map(({ path }) => path)).not.toContain('/v1/models');
});

it('what an app keeps of SWR across reloads holds what was read, as plain data', async () => {
  const kept = new Map<string, never>();
  const answer = async ({ url }: Request) => (url.includes('balance') ? Response.json({ available_usd: 10 }) : Response.json({ data: [{ id: 'veo-3.1-fast' }] }));
  function Page(): ReactNode {
    const { status, source } = swr.useModels();
    return <p>{[status, source, swr.useBalance().available].join(' ')}</p>;
  }
  const show = (cache: Map<string, never>, fetch: (request: Request) => Promise<Response>) =>
    render(
      <SWRConfig value={{ provider: () => cache }}>
        <BytespikeProvider client={createClient({ scope: 'kept', baseUrl: '/api', fetch })}>
          <Page />
        </BytespikeProvider>
      </SWRConfig>,
    );
  const { unmount } = show(kept, answer);
  await screen.findByText(/^success \S+ 10$/);
  unmount();
  const written = JSON.stringify([...kept]);
  show(new Map(JSON.parse(written) as [string, never][]), () => new Promise(() => {}));
  expect(await screen.findByText(/^success \S+ 10$/)).toBeTruthy();
});

it('a task that SWR has a promise of is read, and nothing waits for the promise', async () => {
  const gateway = createSimulatedGateway({ speed: 1000 });
  onTestFinished(() => gateway.dispose());
  // Each remembers by itself: who looks has not submitted it. And no tab of another test is theirs, whose task may have the same id.
  const client = () => createClient({ scope: 'promised', baseUrl: gateway.baseUrl, fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` }, storage: null });
  const { taskId } = await client().tasks.submit({ model: 'veo-3.1-fast', prompt: 'tide', durationSeconds: 4 });
  function Page(): ReactNode {
    return <p>{swr.useVideoTask({ taskId }).status}</p>;
  }
  render(
    <SWRConfig value={{ provider: () => new Map(), fallback: { [unstable_serialize(swr.keys.task(taskId!))]: new Promise(() => {}) } }}>
      <BytespikeProvider client={client()}>
        <Boundary>
          <Page />
        </Boundary>
      </BytespikeProvider>
    </SWRConfig>,
  );
  expect(await screen.findByText('completed')).toBeTruthy();
});
