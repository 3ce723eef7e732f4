import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { BytespikeProvider } from 'bytespike-react';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { SWRConfig } from 'swr';
import { createInPageGateway, type InPageGateway, type SimulationOptions } from './gateway.js';

export type Flavour = 'react-query' | 'swr';

interface SimulationContext {
  flavour: Flavour;
  page: InPageGateway;
  /** Counts the page's lives: a reload begins another. */
  life: number;
  reload(): void;
}

const Context = createContext<SimulationContext | undefined>(undefined);

/** What an app has around its components: a gateway in this page, a client of it, and the query library's provider. */
export function Simulation({ flavour, children, ...options }: SimulationProps): ReactNode {
  const [page] = useState(() => createInPageGateway(options));
  const [life, setLife] = useState(0);
  useEffect(() => () => page.dispose(), [page]);
  const value = useMemo(() => ({ flavour, page, life, reload: () => setLife((before) => before + 1) }), [flavour, page, life]);
  return (
    <Context value={value}>
      <Life key={life} flavour={flavour} page={page}>
        {children}
      </Life>
    </Context>
  );
}

export interface SimulationProps extends SimulationOptions {
  flavour: Flavour;
  children: ReactNode;
}

/** The gateway behind this story, and what only a story can do to it. */
export function useSimulation(): SimulationContext {
  const simulation = useContext(Context);
  if (simulation === undefined) throw new Error('There is no simulation here. The decorator of .storybook/preview.tsx gives every story one.');
  return simulation;
}

function Life({ flavour, page, children }: Pick<SimulationContext, 'flavour' | 'page'> & { children: ReactNode }): ReactNode {
  const [client] = useState(() => page.connect());
  const Cache = flavour === 'swr' ? SwrCache : ReactQueryCache;
  return (
    <Cache>
      <BytespikeProvider client={client}>{children}</BytespikeProvider>
    </Cache>
  );
}

function ReactQueryCache({ children }: { children: ReactNode }): ReactNode {
  const [queryClient] = useState(() => new QueryClient());
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}

function SwrCache({ children }: { children: ReactNode }): ReactNode {
  const [cache] = useState(() => new Map());
  return <SWRConfig value={{ provider: () => cache }}>{children}</SWRConfig>;
}
