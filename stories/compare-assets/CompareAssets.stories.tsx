import type { Meta, StoryObj } from '@storybook/react-vite';
import { CompareAssets, type ComparedAsset } from 'bytespike-react';
import { expect, waitFor } from 'storybook/test';
import { broken, expired, prompt, videoStates } from '../fixtures.js';
import { clip, pictures } from '../generated.js';

const nothing: ComparedAsset = { asset: broken };

const meta = {
  title: 'CompareAssets',
  component: CompareAssets,
  args: { first: nothing, second: nothing },
} satisfies Meta<typeof CompareAssets>;

export default meta;
type Story = StoryObj<typeof meta>;

const facts = [
  { model: 'GPT-Image 2', price: 0.08, seconds: 14, prompt },
  { model: 'Seedream V4.5', price: 0.03, seconds: 9, prompt },
] as const;

const images = async () => {
  const [first, second] = await pictures(prompt, 2);
  return { first: { asset: first, ...facts[0] }, second: { asset: second, ...facts[1] } };
};

const clips = async () => {
  const [[first], [second]] = await Promise.all([clip(prompt, '16:9'), clip('Tide coming in over black rocks', '16:9')]);
  return {
    first: { asset: first, task: videoStates.completed() },
    second: { asset: second, label: 'Second take', model: 'Veo 3.1', price: 0.65, seconds: 52 },
  };
};

function compared(load: () => Promise<object>, args: Story['args'] = {}, play?: Story['play']): Story {
  return {
    args,
    loaders: [load],
    render: (given, { loaded }) => <CompareAssets {...given} {...loaded} />,
    play: async (context) => {
      await waitFor(() => expect(context.canvasElement.querySelectorAll('[data-loaded]')).toHaveLength(2));
      await play?.(context);
    },
  };
}

export const Playground = compared(images);

export const Slider = compared(images, { defaultMode: 'slider' }, async ({ canvas }) => {
  await expect(canvas.getByRole('slider')).toHaveAttribute('aria-valuetext', '50% GPT-Image 2, the rest Seedream V4.5');
});

export const SliderAtAnEnd = compared(images, { defaultMode: 'slider', defaultPosition: 100 });

export const Clips = compared(clips, {}, async ({ canvas }) => {
  await expect(await canvas.findByRole('button', { name: 'Play both' })).toBeVisible();
});

export const ClipsInASlider = compared(clips, { defaultMode: 'slider' });

/** An image and a clip: no slider is offered. */
export const Mixed = compared(
  async () => {
    const [{ first }, { second }] = await Promise.all([images(), clips()]);
    return { first, second };
  },
  { defaultMode: 'slider' },
  async ({ canvas }) => {
    await expect(canvas.queryByRole('radio')).toBeNull();
  },
);

/** A side that is gone leaves the other to be seen. */
export const OneExpired: Story = {
  loaders: [images],
  render: (given, { loaded }) => <CompareAssets {...given} {...loaded} second={{ asset: expired(), ...facts[1] }} defaultMode="slider" />,
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText('This link has expired')).toBeVisible());
    await expect(canvas.queryByRole('radio')).toBeNull();
  },
};

export const BothBroken: Story = {
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getAllByText('This image could not be loaded')).toHaveLength(2));
  },
};
