import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { BytespikeProvider, createClient } from 'bytespike-react';
import 'bytespike-react/styles.css';
import { type ReactNode, useState } from 'react';
import { Outlet, useLoaderData } from 'react-router';
import { currentUser } from '~/session';

export { Layout } from '~/layout';

export async function loader({ request }: { request: Request }) {
  return { user: await currentUser(request) };
}

export default function Root() {
  const { user } = useLoaderData<typeof loader>();
  if (user === undefined) return <a href="/sign-in">Sign in</a>;
  // By its key: another user gets another of everything.
  return (
    <Providers key={user.id} userId={user.id}>
      <Outlet />
    </Providers>
  );
}

function Providers({ userId, children }: { userId: string; children: ReactNode }) {
  // In state, not beside the function: on a server a module is one and the same for all users.
  const [queryClient] = useState(() => new QueryClient());
  const [client] = useState(() => createClient({ baseUrl: '/api/bytespike', scope: userId }));
  return (
    <QueryClientProvider client={queryClient}>
      <BytespikeProvider client={client}>{children}</BytespikeProvider>
    </QueryClientProvider>
  );
}
