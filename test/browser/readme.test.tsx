import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { BytespikeProvider } from 'bytespike-react';
import { createSimulatedGateway } from 'bytespike-react/testing';
import { Clip, client } from 'readme:0.tsx';
import { expect, it, onTestFinished, vi } from 'vitest';

it('does in a page what the README shows', async () => {
  localStorage.clear();
  const gateway = createSimulatedGateway({ speed: 50 });
  // In the proxy's place: the path without its mount, with the key.
  const proxied = vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    const request = new Request(input as Request);
    const upstream = new Request(request.url.replace(/^.*\/api\/bytespike/, gateway.baseUrl), request);
    upstream.headers.set('authorization', `Bearer ${gateway.apiKey}`);
    return gateway.fetch(upstream);
  });
  onTestFinished(() => {
    proxied.mockRestore();
    gateway.dispose();
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <BytespikeProvider client={client}>
        <Clip />
      </BytespikeProvider>
    </QueryClientProvider>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Generate' }));
  await waitFor(() => expect(document.querySelector('video')?.videoWidth).toBeGreaterThan(0), { timeout: 10_000 });
  expect(gateway.ledger.charges).toHaveLength(1);
});
