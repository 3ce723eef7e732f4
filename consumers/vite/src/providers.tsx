import { BytespikeProvider, createClient } from 'bytespike-react';
import { type ReactNode, useState } from 'react';
import { SWRConfig } from 'swr';

export function Providers({ userId, children }: { userId: string; children: ReactNode }) {
  const [cache] = useState(() => new Map());
  const [client] = useState(() => createClient({ baseUrl: '/api/bytespike', scope: userId }));
  return (
    <SWRConfig value={{ provider: () => cache }}>
      <BytespikeProvider client={client}>{children}</BytespikeProvider>
    </SWRConfig>
  );
}
