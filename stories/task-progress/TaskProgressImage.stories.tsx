import type { Meta, StoryObj } from '@storybook/react-vite';
import { TaskProgress } from 'bytespike-react';
import { expect, fn } from 'storybook/test';
import { idleImage, imageStates } from '../fixtures.js';

const meta = {
  title: 'TaskProgress/Image',
  component: TaskProgress,
  args: { task: idleImage, onRetry: fn() },
} satisfies Meta<typeof TaskProgress>;

export default meta;
type Story = StoryObj<typeof meta>;

function state(name: keyof typeof imageStates, status: string, ...said: readonly string[]): Story {
  return {
    render: (args) => <TaskProgress {...args} task={{ ...imageStates[name](), cancel: () => Promise.resolve() }} />,
    play: async ({ canvas, canvasElement }) => {
      await expect(canvasElement.querySelector('.bs-task-progress')).toHaveAttribute('data-status', status);
      for (const text of said) await expect(canvas.getByText(text)).toBeVisible();
    },
  };
}

export const Pending = state('pending', 'running', 'Stop waiting · may still be billed');
export const Success = state('success', 'completed', 'Billed $0.012 · took 12 s');
export const Estimated = state('estimated', 'completed', 'Billed about $0.012, by the rate card · took 12 s');
export const Untold = state('untold', 'completed', 'Billed, amount not told · took 12 s');
export const Stopped = state('stopped', 'unknown', 'Stopped waiting', 'Try again · may be billed again');
export const Blocked = state('error', 'failed', 'Blocked by the safety filter');
export const Unknown = state('unknown', 'unknown', 'The answer was lost on the way', 'Try again · may be billed again');
