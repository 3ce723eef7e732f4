import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { BytespikeProvider, createClient, TaskProgress, taskStore } from 'bytespike-react';
import { createSimulatedGateway } from 'bytespike-react/testing';
import { App } from 'block:stories/start/QuickStart.mdx:0.tsx';
import { Clip } from 'block:stories/start/QuickStart.mdx:1.tsx';
import { HeroClip } from 'block:stories/guides/Resuming.mdx:0.tsx';
import { Themed } from 'block:stories/guides/Theming.mdx:0.tsx';
import { Framed } from 'block:stories/guides/Theming.mdx:1.tsx';
import { InGerman } from 'block:stories/guides/Languages.mdx:0.tsx';
import { OwnWords } from 'block:stories/guides/Languages.mdx:1.tsx';
import { Archive } from 'block:docs/search.md:0.tsx';
import { Library } from 'block:docs/search.md:1.tsx';
import { HowTo } from 'block:docs/text.md:1.tsx';
import type { ComponentType, ReactNode } from 'react';
import { describe, expect, it, onTestFinished } from 'vitest';
import { videoStates } from '../../stories/fixtures.js';
import { clipOf } from '../support/search-rig.js';

// What the pages show, by the types that they say.
const pages = { App, Clip, HeroClip, Framed, Themed, InGerman, OwnWords, HowTo, Archive, Library } as Record<'Themed' | 'InGerman' | 'OwnWords', ComponentType<{ children: ReactNode }>> & {
  App: ComponentType<{ userId: string; children: ReactNode }>;
  Clip: ComponentType;
  HeroClip: ComponentType;
  Framed: ComponentType<{ assets: readonly [] }>;
  HowTo: ComponentType<{ question: string }>;
  Archive: ComponentType;
  Library: ComponentType;
};

function onGateway(children: ReactNode, made: readonly string[] = []) {
  localStorage.clear();
  sessionStorage.clear();
  const gateway = createSimulatedGateway({ speed: 50 });
  onTestFinished(gateway.dispose);
  const client = createClient({ baseUrl: gateway.baseUrl, fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` } });
  made.forEach((prompt, age) => taskStore(client).put(clipOf(prompt, age)));
  render(
    <QueryClientProvider client={new QueryClient()}>
      <BytespikeProvider client={client}>{children}</BytespikeProvider>
    </QueryClientProvider>,
  );
  return gateway;
}

describe('the code of the guides, in a page', () => {
  it('generates a clip as the quick start does', async () => {
    const gateway = onGateway(<pages.Clip />);
    await userEvent.click(screen.getByRole('button', { name: 'Generate' }));
    await waitFor(() => expect(document.querySelector('video')?.videoWidth).toBeGreaterThan(0));
    expect(gateway.ledger.charges).toHaveLength(1);
  });

  it('shows words with pictures between them, and says before what those cost at most', async () => {
    const gateway = onGateway(<pages.HowTo question="Lay a loop. [draw: a rope] Pull. [draw: a knot [fail]]" />);
    await userEvent.click(screen.getByRole('button', { name: 'Ask, up to $0.024 for pictures' }));
    expect(await screen.findByRole('img', { name: /a rope/ })).toBeVisible();
    expect(await screen.findByText(/stopped before it had finished/)).toBeVisible();
    expect([...document.querySelectorAll('article > p')].map(({ textContent }) => textContent?.trim())).toEqual(['Lay a loop.', 'Pull.', expect.stringContaining('Nothing was billed')]);
    await waitFor(() => expect(gateway.ledger.charges.map(({ model }) => model)).toEqual(['seedream-v5lite', 'claude-haiku-4-5']));
  });

  it('finds by words, and once it is wished by meaning', async () => {
    const gateway = onGateway(<pages.Archive />, ['A car at dusk', 'A cat on a chair']);
    await userEvent.type(screen.getByRole('searchbox'), 'automobile');
    expect(await screen.findByText('By words')).toBeVisible();
    expect(screen.queryAllByRole('listitem')).toEqual([]);
    await userEvent.click(await screen.findByRole('button', { name: /2 to embed/ }));
    expect(await screen.findByText('By meaning')).toBeVisible();
    expect(screen.getAllByRole('listitem')[0]).toHaveTextContent('A car at dusk');
    expect(gateway.ledger.charges).toHaveLength(3);
  });

  it('has a gallery that finds by meaning', async () => {
    onGateway(<pages.Library />, ['A car at dusk', 'A cat on a chair']);
    await userEvent.click(await screen.findByRole('button', { name: 'Search by meaning' }));
    await userEvent.type(screen.getByRole('searchbox'), 'automobile');
    expect(await screen.findByText('Found by meaning')).toBeVisible();
  });

  it('wraps an app', () => {
    render(<pages.App userId="ann">inside</pages.App>);
    expect(screen.getByText('inside')).toBeVisible();
  });

  it('shows an empty place that can resume', () => {
    onGateway(<pages.HeroClip />);
    expect(screen.getByText('Your clip appears here')).toBeVisible();
  });

  it('themes by the provider, and one component by its state', () => {
    render(
      <pages.Themed>
        <pages.Framed assets={[]} />
      </pages.Themed>,
    );
    const root = document.querySelector<HTMLElement>('.bs-asset-viewer')!;
    expect(root.dataset['theme']).toBe('dark');
    expect(root.dataset['density']).toBe('compact');
    expect(root).toHaveClass('shadow-lg');
    expect(getComputedStyle(root).getPropertyValue('--bs-accent')).toBe('#b79bff');
  });

  it('speaks another language, and other words', () => {
    render(
      <pages.InGerman>
        <TaskProgress task={videoStates.queued()} />
      </pages.InGerman>,
    );
    expect(screen.queryByText('Queued', { selector: '.bs-headline' })).toBeNull();
    render(
      <pages.OwnWords>
        <TaskProgress task={videoStates.queued()} />
      </pages.OwnWords>,
    );
    expect(screen.getByText('In line', { selector: '.bs-headline' })).toBeVisible();
  });
});
