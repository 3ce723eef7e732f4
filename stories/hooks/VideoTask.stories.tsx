import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { AssetViewer, BytespikeProvider, createClient, TaskProgress } from 'bytespike-react';
import { useVideoTask } from 'bytespike-react/react-query';
import { createSimulatedGateway } from 'bytespike-react/testing';
import { type ReactNode, useState } from 'react';
import { expect, waitFor } from 'storybook/test';
import { prompt } from '../fixtures.js';

/** A gateway of its own for each story, in this page. */
function useSimulation(speed: number) {
  return useState(() => {
    const gateway = createSimulatedGateway({ speed });
    const client = createClient({
      baseUrl: gateway.baseUrl,
      fetch: (request) => gateway.fetch(request),
      headers: { authorization: `Bearer ${gateway.apiKey}` },
      storage: null,
    });
    return { client, queries: new QueryClient() };
  })[0];
}

function Page({ speed, ...request }: PageProps): ReactNode {
  const { client, queries } = useSimulation(speed);
  return (
    <QueryClientProvider client={queries}>
      <BytespikeProvider client={client}>
        <Studio {...request} />
      </BytespikeProvider>
    </QueryClientProvider>
  );
}

function Studio({ prompt: text }: Pick<PageProps, 'prompt'>): ReactNode {
  const video = useVideoTask();
  const submit = () =>
    video.submit({ model: 'veo-3.1-fast', prompt: text, durationSeconds: 4, resolution: '720p', aspectRatio: '16:9' }).catch(() => {
      // Shown by TaskProgress.
    });
  return (
    <>
      <p>
        <button type="button" className="bs-button" onClick={() => void submit()}>
          Generate
        </button>
      </p>
      <div className="bs-card">
        <AssetViewer assets={video.assets} task={video} />
        <TaskProgress task={video} onRetry={submit} />
      </div>
    </>
  );
}

interface PageProps {
  /** Words such as `[fail]` or `[block-late]` steer the simulated gateway. */
  prompt: string;
  /** How many times faster than the real gateway. */
  speed: number;
}

const meta = {
  title: 'Hooks/useVideoTask',
  component: Page,
  args: { prompt, speed: 20 },
} satisfies Meta<typeof Page>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Playground: Story = {
  args: { speed: 1 },
};

export const ToTheEnd: Story = {
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Generate' }));
    await waitFor(() => expect(canvas.getByText('Ready', { selector: 'strong' })).toBeVisible(), { timeout: 10_000 });
    await expect(canvas.getByText(/^Billed \$0\.21/)).toBeVisible();
    await waitFor(() => expect(canvasElement.querySelector('video')?.videoWidth).toBeGreaterThan(0), { timeout: 5000 });
  },
};

export const CancelledInTheQueue: Story = {
  args: { prompt: `${prompt} [queue]` },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Generate' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Cancel · free' }));
    await waitFor(() => expect(canvas.getByText('Cancelled, nothing billed')).toBeVisible());
  },
};

export const BlockedHalfWay: Story = {
  args: { prompt: `${prompt} [block-late]` },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Generate' }));
    await waitFor(() => expect(canvas.getByText('Blocked by the safety filter')).toBeVisible(), { timeout: 10_000 });
  },
};
