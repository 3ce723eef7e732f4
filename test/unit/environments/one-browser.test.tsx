// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { useBalance } from 'bytespike-react/swr';
import type { ComponentType, ReactNode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';

type App = ComponentType<{ userId: string; children: ReactNode }>;

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Seen() {
  const { available } = useBalance();
  return <p>{available === undefined ? 'nobody said' : `$${available}`}</p>;
}

it('shows one user nothing of another who had this browser before, on SWR', async () => {
  const { Providers } = (await import('block:docs/next.md:3.tsx')) as { Providers: App };
  // The first is answered, the second waits for ever.
  const fetch = vi.fn<() => Promise<Response>>().mockResolvedValueOnce(Response.json({ available_usd: 10, limit_usd: 20 })).mockReturnValue(new Promise(() => {}));
  vi.stubGlobal('fetch', fetch);
  const app = (userId: string) => (
    <Providers key={userId} userId={userId}>
      <Seen />
    </Providers>
  );
  const { rerender } = render(app('ann'));
  await screen.findByText('$10');
  rerender(app('bob'));
  expect(screen.getByText('nobody said')).toBeTruthy();
  // Asked later, it would be asked of the machine.
  await vi.waitFor(() => expect(fetch).toHaveBeenCalledTimes(2));
});
