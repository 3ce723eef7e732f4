import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createSimulatedGateway } from 'bytespike-react/testing';
import { Clip } from 'readme:0.tsx';
import { App } from 'readme:1.tsx';
import { Offer } from 'readme:2.tsx';
import { Cover } from 'readme:3.tsx';
import { Film } from 'readme:4.tsx';
import type { ReactNode } from 'react';
import { expect, it, onTestFinished, vi } from 'vitest';

/** The page of the README, over the simulated gateway in the proxy's place: the path without its mount, with the key. */
function show(children: ReactNode) {
  localStorage.clear();
  const gateway = createSimulatedGateway({ speed: 50 });
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
  render(<App userId="ann">{children}</App>);
  return gateway;
}

it('does in a page what the README shows', async () => {
  const gateway = show(<Clip />);
  await userEvent.click(screen.getByRole('button', { name: 'Generate' }));
  await waitFor(() => expect(document.querySelector('video')?.videoWidth).toBeGreaterThan(0));
  expect(gateway.ledger.charges).toHaveLength(1);
});

it('shows the choice and the price of the README', async () => {
  show(<Offer prompt='A neon sign that says "OPEN LATE"' />);
  await waitFor(() => expect(screen.getByRole('button').textContent).toMatch(/^nano-banana-v2 for \$0\.04 of \$\d+(\.\d+)?: \S/));
  expect(screen.getByRole('button')).toHaveProperty('disabled', false);
});

it('hands over a picture through the button of the README', async () => {
  const onCover = vi.fn<(url: string) => void>();
  const gateway = show(<Cover onCover={onCover} />);
  await userEvent.click(screen.getByRole('button', { name: 'Generate' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Generate' }));
  await userEvent.type(dialog.getByRole('textbox', { name: 'Prompt' }), 'Tide over black rocks');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await userEvent.click(await dialog.findByRole('button', { name: 'Use this' }));
  expect(onCover).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^(blob|https?):/));
  expect(gateway.ledger.charges).toHaveLength(1);
});

it('shows the model, the price and the balance of the README, and sends what was shown', async () => {
  const gateway = show(<Film prompt="Waves in a storm" />);
  await screen.findByRole('button', { name: /^Model Veo 3.1 Auto \$0\.45/ });
  await userEvent.click(screen.getByRole('button', { name: 'Film it' }));
  await waitFor(() => expect(gateway.ledger.charges).toMatchObject([{ model: 'veo-3.1', amount: 0.45 }]));
});
