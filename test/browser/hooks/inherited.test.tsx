// What an app sets for all of its own reads and calls, and what our hooks make of it: docs/defaults.md.
import { type DefaultOptions, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { BytespikeProvider, createClient } from 'bytespike-react';
import { createSimulatedGateway } from 'bytespike-react/testing';
import { Component, type ReactNode, Suspense } from 'react';
import { SWRConfig, type SWRConfiguration } from 'swr';
import { describe, expect, it, onTestFinished } from 'vitest';
import { userEvent } from 'vitest/browser';
import { flavours } from '../../support/flavours.js';

class Boundary extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {};
  static getDerivedStateFromError = (error: Error) => ({ error });
  override render() {
    return this.state.error === undefined ? this.props.children : <p>Taken down: {this.state.error.message}</p>;
  }
}

const queries: NonNullable<DefaultOptions['queries']>[] = [
  {},
  { throwOnError: true },
  // Of `useQuery`, which takes it, whatever its types say.
  { suspense: true } as object,
  { enabled: false },
  { select: () => 'the app’s own' },
  { placeholderData: { items: [] } },
  { initialData: { items: [] } },
  { retry: 5, retryDelay: 60_000 },
  { queryFn: () => Promise.resolve('the app’s own') },
];
const configs: SWRConfiguration[] = [
  {},
  { suspense: true },
  { revalidateOnMount: false },
  { fallbackData: { items: [] } },
  { keepPreviousData: true },
  { shouldRetryOnError: true, errorRetryInterval: 60_000 },
  { fetcher: () => Promise.resolve('the app’s own') },
];
const mutations: NonNullable<DefaultOptions['mutations']>[] = [{}, { scope: { id: 'one at a time' } }, { retry: 5, retryDelay: 60_000 }, { networkMode: 'online' }];
const mutationConfigs = [{}, { throwOnError: false }, { populateCache: true, optimisticData: 'soon' }] as SWRConfiguration[];

const cases = (setting: 'reads' | 'calls') => [
  ...(setting === 'reads' ? queries : mutations).map((options) => ({ flavour: flavours[0]!, options, named: `react-query ${describeOptions(options)}` })),
  ...(setting === 'reads' ? configs : mutationConfigs).map((options) => ({ flavour: flavours[1]!, options, named: `swr ${describeOptions(options)}` })),
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

describe('a call says what came of it, and the next one does not wait', () => {
  it.each(cases('calls'))('$named', async ({ flavour, options }) => {
    const { useVideoTask } = flavour.hooks;
    const gateway = createSimulatedGateway({ speed: 100 });
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
    await userEvent.click(screen.getByRole('button'));
    await waitFor(() => expect(told).toEqual(['invalid_param', 'completed']));
  });
});
