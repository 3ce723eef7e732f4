import type { Meta, StoryObj } from '@storybook/react-vite';
import { TaskProgress } from 'bytespike-react';
import { useVideoTask } from 'bytespike-react/react-query';
import { expect, waitFor } from 'storybook/test';
import { idleVideo, videoStates, withCalls } from '../fixtures.js';

/** What the toolbar does to a story. Not for readers: these test the frame that every other story stands in. */
const meta = {
  title: 'Internals/Frame',
  component: TaskProgress,
  tags: ['internals', '!autodocs'],
  args: { task: idleVideo },
  render: (args) => <TaskProgress {...args} task={withCalls(videoStates.running())} />,
} satisfies Meta<typeof TaskProgress>;

export default meta;
type Story = StoryObj<typeof meta>;

const rootOf = (element: HTMLElement) => element.querySelector('.bs-root')!;
const background = (element: Element) => getComputedStyle(element).backgroundColor;

export const EveryThemeAtOnce: Story = {
  globals: { theme: 'all' },
  play: async ({ canvas, canvasElement }) => {
    const panels = [...canvasElement.querySelectorAll('.themed')];
    await expect(panels).toHaveLength(4);
    await expect(new Set(panels.map(background)).size).toBe(4);
    await expect(canvas.getAllByRole('progressbar')).toHaveLength(4);
  },
};

export const HighContrast: Story = {
  globals: { theme: 'high-contrast' },
  play: async ({ canvasElement }) => {
    await expect(document.documentElement.dataset['theme']).toBe('high-contrast');
    await expect(getComputedStyle(rootOf(canvasElement)).color).toBe('rgb(0, 0, 0)');
  },
};

export const Arabic: Story = {
  globals: { locale: 'ar' },
  play: async ({ canvasElement }) => {
    await expect(document.documentElement).toHaveAttribute('dir', 'rtl');
    await expect(document.documentElement).toHaveAttribute('lang', 'ar');
    await expect(rootOf(canvasElement).textContent).toMatch(/[\u0600-\u06FF]/);
  },
};

export const RightToLeftInEnglish: Story = {
  globals: { direction: 'rtl' },
  play: async () => expect(document.documentElement).toHaveAttribute('dir', 'rtl'),
};

export const Compact: Story = {
  globals: { density: 'compact' },
  play: async ({ canvasElement }) => {
    await expect(getComputedStyle(rootOf(canvasElement)).getPropertyValue('--bs-unit')).toBe('3px');
  },
};

const animationOf = (element: HTMLElement) => getComputedStyle(element.querySelector('.bs-bar-fill')!).animationName;

export const ReducedMotion: Story = {
  globals: { motion: 'reduced' },
  play: async ({ canvasElement }) => waitFor(() => expect(animationOf(canvasElement)).toBe('none')),
};

export const FullMotion: Story = {
  globals: { motion: 'full' },
  play: async ({ canvasElement }) => waitFor(() => expect(animationOf(canvasElement)).not.toBe('none')),
};

function Submitting() {
  const video = useVideoTask();
  return (
    <>
      <button type="button" className="bs-button" onClick={() => void video.generate({ model: 'veo-3.1-fast', prompt: 'Steam', durationSeconds: 4 }).catch(() => undefined)}>
        Generate
      </button>
      <TaskProgress task={video} />
    </>
  );
}

/** One story for each network that ends in words: what a person is told. */
function network(name: string, said: string): Story {
  return {
    globals: { network: name, speed: '50' },
    render: () => <Submitting />,
    play: async ({ canvas, userEvent }) => {
      await userEvent.click(canvas.getByRole('button', { name: 'Generate' }));
      await waitFor(() => expect(canvas.getByText(said, { selector: 'strong' })).toBeVisible());
    },
  };
}

export const Fast = network('fast', 'Ready');
export const Flaky = network('flaky', 'Ready');
export const Offline = network('offline', 'You are offline');
export const RateLimited = network('rate-limited', 'Spending too fast for the limit');
export const OutOfBalance = network('out-of-balance', 'Not enough balance');
export const SafetyBlock = network('safety-block', 'Blocked by the safety filter');
export const GatewayDown = network('gateway-down', 'The model’s provider had a problem');
export const NoIdempotency = network('no-idempotency', 'Checking what happened');
