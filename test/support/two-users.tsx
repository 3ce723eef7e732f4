// A server that renders the app of a page of ours, for whoever the cookie names. Bundled and run by two-users.test.ts.
import { dehydrate, type DehydratedState, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { keys, useBalance } from 'bytespike-react/react-query';
import { createServer } from 'node:http';
import { App } from 'page';
import { renderToString } from 'react-dom/server';

/** What was prefetched for a user; of who is not here the read failed. */
const balances = new Map([['ann', 10]]);

function stateOf(user: string): DehydratedState {
  const available = balances.get(user);
  if (available === undefined) return { mutations: [], queries: [] };
  const queryClient = new QueryClient();
  queryClient.setQueryData(keys.balance, { available, source: 'balance', updatedAt: Date.now() });
  return dehydrate(queryClient);
}

function Seen() {
  const { available } = useBalance();
  return <p>{available === undefined ? 'nobody said' : `$${available}`}</p>;
}

const server = createServer(({ headers: { cookie = '' } }, response) => {
  const page = (
    <App userId={cookie}>
      <HydrationBoundary state={stateOf(cookie)}>
        <Seen />
      </HydrationBoundary>
    </App>
  );
  response.end(`${process.env.NODE_ENV} ${renderToString(page)}`);
});
server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
