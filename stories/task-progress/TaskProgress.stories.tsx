import type { Meta, StoryObj } from '@storybook/react-vite';
import { TaskProgress } from 'bytespike-react';
import { expect, fn } from 'storybook/test';
import { idleVideo, imageStates, videoStates, withCalls } from '../fixtures.js';
import { narrow } from '../support/narrow.js';

const meta = {
  title: 'TaskProgress/Video',
  component: TaskProgress,
  args: { task: idleVideo, onRetry: fn() },
} satisfies Meta<typeof TaskProgress>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A story for one state: what it must say, and the word that everything derives from. */
function state(make: () => Parameters<typeof TaskProgress>[0]['task'], status: string, ...said: readonly (string | RegExp)[]): Story {
  return {
    render: (args) => <TaskProgress {...args} task={make()} />,
    play: async ({ canvas, canvasElement }) => {
      await expect(canvasElement.querySelector('.bs-task-progress')).toHaveAttribute('data-status', status);
      for (const text of said) await expect(canvas.getByText(text)).toBeVisible();
    },
  };
}

const video = (name: keyof typeof videoStates) => () => withCalls(videoStates[name]());

export const Playground: Story = {
  render: (args) => <TaskProgress {...args} task={withCalls(videoStates.running())} />,
  play: async ({ canvas }) => {
    const bar = canvas.getByRole('progressbar', { name: 'Video generation' });
    await expect(bar).toHaveAttribute('aria-valuenow', '40');
    await expect(bar).toHaveAttribute('aria-valuetext', 'Rendering, about 20 s left');
    await expect(canvas.getByRole('button', { name: 'Cancel · may bill up to $0.21' })).toBeVisible();
  },
};

export const Idle: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toBeEmptyDOMElement();
    await expect(canvas.queryByRole('progressbar')).toBeNull();
  },
};
export const Submitting = state(video('submitting'), 'submitting', 'Submitting');
export const Queued = state(video('queued'), 'queued', 'Cancel · free');
export const Running = state(video('running'), 'running', /about 16 s left/);
export const Overdue = state(video('overdue'), 'running', /1 min 23 s · longer than usual/);
export const Unpredictable = state(video('unpredictable'), 'running', 'Cancel · may be billed');
export const Reconnecting = state(video('reconnecting'), 'running', 'Reconnecting');
export const Offline = state(video('offline'), 'running', 'You are offline');
export const RefusedReads = state(video('refusedReads'), 'running', 'This app’s key was refused');
export const Cancelling = state(video('cancelling'), 'cancelling', /about 16 s left/);
export const Completed = state(video('completed'), 'completed', 'Billed $0.21 · took 30 s');
export const CancelledFree = state(video('cancelledFree'), 'cancelled', 'Cancelled, nothing billed', 'It was still in the queue.');
export const CancelledBilled = state(video('cancelledBilled'), 'cancelled', 'Cancelled, $0.07 billed');
export const Failed = state(video('failed'), 'failed', 'It could not be rendered', 'Try again', 'Request req_7f3a91');
export const Blocked = state(video('blocked'), 'failed', 'Blocked by the safety filter', 'Nothing billed. Change the prompt and try again.');
export const ShortOfMoney = state(video('shortOfMoney'), 'failed', 'Not enough balance');
export const BadSetting = state(video('badSetting'), 'failed', 'The setting “durationSeconds” was not accepted');
export const Limited = state(video('limited'), 'failed', /Nothing billed. Try again at 2:05/);
export const Unknown = state(video('unknown'), 'unknown', 'Checking what happened', 'Check again');

/** Every state on one sheet, to be looked at. */
export const EveryState: Story = {
  render: (args) => (
    <div className="sheet">
      {Object.entries(videoStates).map(([name, make]) => (
        <section key={name}>
          <h2>{name}</h2>
          <TaskProgress {...args} task={withCalls(make())} />
        </section>
      ))}
      {Object.entries(imageStates).map(([name, make]) => (
        <section key={name}>
          <h2>image: {name}</h2>
          <TaskProgress {...args} task={{ ...make(), cancel: () => Promise.resolve() }} />
        </section>
      ))}
    </div>
  ),
  play: async ({ canvasElement }) => {
    const shown = canvasElement.querySelectorAll('.bs-task-progress');
    await expect(shown).toHaveLength(Object.keys(videoStates).length + Object.keys(imageStates).length);
  },
};

/** The same sheet where a sidebar leaves it 320 pixels. */
export const Narrow: Story = { ...EveryState, ...narrow('.bs-task-progress') };

