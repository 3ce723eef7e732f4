import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { client } from './client.js';

/** USD left, read off the headers that come with every answer. Only before the first one it asks. */
export function useBalance(): number | undefined {
  const quota = useSyncExternalStore(client.quota.subscribe, client.quota.get);
  const first = useQuery({ queryKey: ['first balance'], queryFn: readBalance, enabled: quota === undefined, retry: false });
  return quota?.key ?? first.data ?? undefined;
}

async function readBalance({ signal }: { signal: AbortSignal }): Promise<number | null> {
  const { headers, body } = await fetch(`${client.baseUrl}/v1/balance`, { signal });
  await body?.cancel();
  const left = headers.get('x-quota-remaining-credits');
  return left === null ? null : Number(left);
}
