import type { Meta, StoryObj } from '@storybook/react-vite';
import { catalog, type PromptDraft, PromptForm, recommendModel } from 'bytespike-react';
import { expect, fn, waitFor } from 'storybook/test';
import { prompt } from '../fixtures.js';
import { promptsOf } from './prompts.js';
import { sampleMask, samplePicture } from '../support/sample.js';

const meta = {
  title: 'PromptForm',
  component: PromptForm,
  args: { onSubmit: fn(), defaultValue: { kind: 'video', prompt, models: { video: 'veo-3.1-fast' } } },
} satisfies Meta<typeof PromptForm>;

export default meta;
type Story = StoryObj<typeof meta>;

const draft = (change: Partial<PromptDraft>): PromptDraft => ({ kind: 'video', prompt, models: { image: 'gpt-image-2', video: 'veo-3.1-fast' }, ...change });

/** A story for one state: what it must say, and the word that everything derives from. */
function state(args: NonNullable<Story['args']>, status: string, ...said: readonly (string | RegExp)[]): Story {
  return {
    args,
    play: async ({ canvas, canvasElement }) => {
      await expect(canvasElement.querySelector('.bs-prompt-form')).toHaveAttribute('data-status', status);
      for (const text of said) await expect(canvas.getByText(text)).toBeVisible();
    },
  };
}

export const Playground: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Generate · $0.21' }));
    await expect(args.onSubmit).toHaveBeenCalledWith(expect.objectContaining({ model: 'veo-3.1-fast', durationSeconds: 4 }), 'video');
  },
};

export const Image = state({ defaultValue: draft({ kind: 'image' }) }, 'ready', '1024 × 1024', 'Medium');
export const OneKind = state({ kinds: ['image'], defaultValue: draft({ kind: 'image' }) }, 'ready');
export const Auto = state({ defaultValue: draft({ models: {} }), recommendation: recommendModel({ kind: 'video', prompt }) }, 'ready', /^Auto: /);
export const AutoLooking = state({ defaultValue: draft({ models: {} }), recommendation: { status: 'loading' } }, 'ready', 'Auto: choosing');
export const Changed = state(
  { defaultValue: draft({ durationSeconds: 12, resolution: '1080p' }) },
  'ready',
  'Changed for Veo 3.1 Fast',
  'Seconds: 5 instead of 12',
);
export const Language = state(
  { defaultValue: draft({ kind: 'image', prompt: '国潮风格的月饼礼盒包装插画' }) },
  'ready',
  'GPT-Image 2 understands prompts in English best.',
);
export const TooLong = state({ maxPromptLength: 40 }, 'ready', '72 of 40 characters', '32 characters too long. Shorten it.');
export const Shortfall = state({ balance: { shortfall: () => 0.12 } }, 'blocked', /The balance is \$0\.12 short of this/);
export const Busy = state({ busy: true }, 'busy', 'Generating', 'One clip at a time: wait for it, or cancel it.');
export const WithFile = state({ uploadImage: fn() }, 'ready', 'Drop, paste or choose a first frame');

/** A story whose draft has a picture in it, which is drawn first. */
function withPicture(change: Partial<PromptDraft>, play: NonNullable<Story['play']>, make = samplePicture): Story {
  return {
    loaders: [async () => ({ picture: await make() })],
    render: (args, { loaded }) => <PromptForm {...args} defaultValue={draft({ image: loaded['picture'] as File, ...change })} />,
    play,
  };
}

/** A picture that another one is made from: what is handed over is an edit. */
export const Reference: Story = withPicture({ kind: 'image' }, async ({ args, canvas, userEvent }) => {
  await expect(await canvas.findByRole('img', { name: 'The reference image' })).toBeVisible();
  await userEvent.click(canvas.getByRole('button', { name: 'Generate · $0.03' }));
  await expect(args.onSubmit).toHaveBeenCalledWith(expect.objectContaining({ model: 'gpt-image-2', image: expect.anything() }), 'edit');
});

/** What of it may change is marked, and goes along. */
export const Masked: Story = {
  ...withPicture({ kind: 'image' }, async ({ args, canvas, userEvent }) => {
    await expect(await canvas.findByRole('img', { name: 'What may change is marked' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Generate · $0.03' }));
    await waitFor(() => expect(args.onSubmit).toHaveBeenCalledWith(expect.objectContaining({ image: expect.anything(), mask: expect.anything() }), 'edit'));
  }),
  loaders: [async () => ({ picture: await samplePicture(), mask: await sampleMask() })],
  render: (args, { loaded }) => <PromptForm {...args} defaultValue={draft({ kind: 'image', image: loaded['picture'] as File, mask: loaded['mask'] as File })} />,
};

/** The window in which it is marked. */
export const Masking: Story = withPicture({ kind: 'image' }, async ({ canvas, canvasElement, userEvent }) => {
  await userEvent.click(await canvas.findByRole('button', { name: 'Choose what changes' }));
  await waitFor(() => expect(canvasElement.ownerDocument.querySelector('.bs-mask-dialog[open] .bs-mask-editor')).toHaveAttribute('data-status', 'ready'));
});

/** A form with a library of prompts, which is opened. */
const opening = (prompts: Parameters<typeof promptsOf>[0], then: NonNullable<Story['play']> = async () => {}): Story => ({
  args: { prompts: promptsOf(prompts) },
  play: async (context) => {
    const { canvas, canvasElement, userEvent } = context;
    await userEvent.click(await canvas.findByRole('button', { name: 'Saved prompts' }));
    await waitFor(() => expect(canvasElement.querySelector('.bs-saved')).toBeVisible());
    await then(context);
  },
});

export const SavedPrompts = opening({});
export const NothingSaved = opening({ prompts: [], recent: [], isKept: false });
export const TakenPrompt = opening({}, async ({ canvas, canvasElement, userEvent }) => {
  await userEvent.click(canvasElement.querySelector('.bs-saved-take')!);
  await waitFor(() => expect(canvas.getByRole('textbox', { name: 'Prompt' })).toHaveValue('A lighthouse in fog, seen from the water'));
  await expect(canvas.getByRole('button', { name: 'Undo' })).toBeVisible();
});

/** The model takes no picture: it waits for one that does. */
export const ReferenceLeftOut: Story = withPicture({ kind: 'image', models: { image: 'seedream-v4' } }, async ({ canvas }) => {
  await expect(canvas.getByText('Reference image: left out, and kept for a model that takes it')).toBeVisible();
});

/** Pressed with nothing in it: what is missing is said beside its field, which has the focus. */
export const Empty: Story = {
  args: { defaultValue: { kind: 'image' } },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /^Generate/ }));
    await expect(canvas.getByText('Say in a few words what to make.')).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: 'Prompt' })).toHaveFocus();
    await expect(args.onSubmit).not.toHaveBeenCalled();
  },
};

/** A file that is no picture, whatever its name says. */
export const Unreadable: Story = {
  ...withPicture(
    {},
    async ({ canvas }) => {
      await expect(await canvas.findByText('This image cannot be read. Choose another one.')).toBeVisible();
    },
    () => Promise.resolve(new File(['no picture'], 'rocks.png', { type: 'image/png' })),
  ),
  args: { uploadImage: fn() },
};

/** What each model of the catalog is offered with, unfolded. */
export const EveryModel: Story = {
  render: (args) => (
    <div className="sheet">
      {catalog.models.map(({ id, kind, name }) => (
        <section key={id}>
          <h2>{name}</h2>
          <PromptForm {...args} kinds={[kind]} defaultValue={{ kind, prompt, models: { [kind]: id } }} />
        </section>
      ))}
    </div>
  ),
  play: async ({ canvasElement }) => {
    for (const details of canvasElement.querySelectorAll('details')) details.open = true;
    await expect(canvasElement.querySelectorAll('.bs-prompt-form')).toHaveLength(catalog.models.length);
  },
};

/** A sidebar of 320 pixels. */
export const Narrow: Story = {
  args: { defaultValue: draft({ kind: 'image', durationSeconds: 12 }), balance: { shortfall: () => 0.12 } },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 288 }}>
        <Story />
      </div>
    ),
  ],
  play: async ({ canvasElement }) => {
    const form = canvasElement.querySelector('.bs-prompt-form')!;
    await expect(form.scrollWidth).toBeLessThanOrEqual(form.clientWidth);
  },
};
