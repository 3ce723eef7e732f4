import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { BytespikeProvider, createClient } from 'bytespike-react';
import { type ReactNode, useState } from 'react';

export function App({ userId, children }: { userId: string; children: ReactNode }) {
  // In state, not beside the function: on a server a module is one and the same for all users.
  const [queryClient] = useState(() => new QueryClient());
  const [client] = useState(() => createClient({ baseUrl: '/api/bytespike', scope: userId }));
  return (
    <QueryClientProvider client={queryClient}>
      <BytespikeProvider client={client}>{children}</BytespikeProvider>
    </QueryClientProvider>
  );
}
