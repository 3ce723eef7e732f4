import type { Meta, StoryObj } from '@storybook/react-vite';
import { MaskEditor } from 'bytespike-react';
import { expect, fireEvent, userEvent, waitFor } from 'storybook/test';
import { broken, prompt } from '../fixtures.js';
import { pictures } from '../generated.js';

const nothing = broken.url;

const meta = {
  title: 'MaskEditor',
  component: MaskEditor,
  args: { image: nothing, onDone: () => {} },
} satisfies Meta<typeof MaskEditor>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

const picture = async () => {
  const [first] = await pictures(prompt, 1);
  return { image: first?.url };
};

function edited(args: Story['args'] = {}, play?: Play): Story {
  return {
    args,
    loaders: [picture],
    render: (given, { loaded }) => <MaskEditor {...given} {...loaded} />,
    play: async (context) => {
      await waitFor(() => expect(context.canvasElement.querySelector('.bs-mask-editor')).toHaveAttribute('data-status', 'ready'));
      await play?.(context);
    },
  };
}

/** Across the picture, from one part of it to another, as a mouse would. */
async function stroke(stage: HTMLElement, points: readonly (readonly [x: number, y: number])[]): Promise<void> {
  const box = stage.querySelector('img')!.getBoundingClientRect();
  const at = ([x, y]: readonly [number, number]) => ({ clientX: box.left + x * box.width, clientY: box.top + y * box.height, pointerId: 1, pointerType: 'mouse', button: 0, buttons: 1 });
  const [first = [0, 0] as const] = points;
  await fireEvent.pointerDown(stage, at(first));
  for (const point of points) await fireEvent.pointerMove(stage, at(point));
  await fireEvent.pointerUp(stage, at(points.at(-1) ?? first));
  await fireEvent.pointerLeave(stage, at(first));
}

export const Playground = edited({ onCancel: () => {} });

export const Painted = edited({ onCancel: () => {} }, async ({ canvas }) => {
  await stroke(canvas.getByRole('application'), [[0.2, 0.3], [0.5, 0.6], [0.8, 0.35]]);
  await expect(canvas.getByText(/% is marked/)).toBeVisible();
});

export const Inverted = edited({}, async ({ canvas }) => {
  await stroke(canvas.getByRole('application'), [[0.3, 0.5], [0.7, 0.5]]);
  await userEvent.click(canvas.getByRole('button', { name: 'Invert' }));
});

/** What a keyboard marks with, moved and sized, over what it has filled already. */
export const Rectangle = edited({}, async ({ canvas }) => {
  canvas.getByRole('application').focus();
  await userEvent.keyboard('{ArrowRight}{Enter}{ArrowDown>9/}{Shift>}{ArrowRight>9/}{/Shift}');
  await expect(canvas.getByText(/^Rectangle of/)).toBeInTheDocument();
});

export const ZoomedIn = edited({}, async ({ canvas }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Zoom in' }));
  await expect(canvas.getByRole('button', { name: '150%, show all of it' })).toBeVisible();
});

/** A picture that does not load. */
export const Unreadable: Story = {
  args: { image: 'data:image/png;base64,iVBORw0KGgo=' },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('alert')).toHaveTextContent('This picture cannot be shown'));
  },
};
