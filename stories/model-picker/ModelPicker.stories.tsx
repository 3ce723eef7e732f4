import type { Meta, StoryObj } from '@storybook/react-vite';
import { ModelPicker, type ModelPickerProps } from 'bytespike-react';
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test';
import { narrow } from '../support/narrow.js';
import { choices, many, reaching } from './choices.js';

const meta = {
  title: 'ModelPicker',
  component: ModelPicker,
  args: { ...choices.auto(), onValueChange: fn() },
} satisfies Meta<typeof ModelPicker>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A story for one state: what it must say, and the word that everything derives from. */
function state(name: keyof typeof choices, status: string, ...said: readonly (string | RegExp)[]): Story {
  return {
    render: (args) => <ModelPicker onValueChange={args.onValueChange} {...(choices[name]() as ModelPickerProps)} />,
    play: async ({ canvas, canvasElement }) => {
      await expect(canvasElement.querySelector('.bs-model-picker')).toHaveAttribute('data-status', status);
      for (const text of said) await expect(canvas.getByText(text)).toBeVisible();
    },
  };
}

export const Playground: Story = {};
export const Auto = state('auto', 'auto', 'Seedance Fast', 'You asked for under 30 s: the fast tier.');
export const AutoImage = state('autoImage', 'auto', 'Nano Banana 2', /Best at legible lettering/);
export const AutoLowered = state('autoLowered', 'auto', /The first choice does not fit your limits/);
export const Looking = state('looking', 'looking', 'Choosing a model');
export const Unfit = state('unfit', 'unfit', 'No model fits', 'Allow 15 s, and Seedance Fast fits.');
export const Unavailable = state('unavailable', 'unavailable', 'Auto cannot be had right now. Choose a model.');
export const Chosen = state('chosen', 'chosen', 'Veo 3.1');
export const ChosenExcluded = state('chosenExcluded', 'chosen', /more than you allow/);
export const ChosenOpen = state('chosenOpen', 'chosen', 'Not in the catalog. It takes any settings.');
export const Empty = state('empty', 'empty', 'Choose a model');
export const Disabled = state('disabled', 'chosen', 'GPT-Image 2');

/** An open list of Base UI hides the rest of the page from screen readers and guards its focus; axe takes both for mistakes. */
const popup = { a11y: { config: { rules: [{ id: 'aria-hidden-focus', enabled: false }, { id: 'region', enabled: false }] } } };

const open: Story['play'] = async ({ canvas }) => {
  await userEvent.click(canvas.getByRole('button', { name: /^Model/ }));
  await waitFor(() => expect(screen.getByRole('combobox', { name: 'Search models' })).toHaveFocus());
};

/** A list of models as of the moment at which the story is drawn. */
const from = (list: () => ModelPickerProps['models']): Pick<Story, 'loaders' | 'render'> => ({
  loaders: [() => ({ models: list() })],
  render: (args, { loaded }) => <ModelPicker {...args} models={loaded['models']} />,
});

export const Open: Story = { play: open, parameters: popup };

export const OpenWithBothKinds: Story = {
  ...from(() => reaching(['gpt-image-2', 'seedance-fast', 'veo-3.1-fast'])),
  args: { kind: undefined, recommendation: undefined, request: undefined },
  play: open,
  parameters: popup,
};

export const OpenWithFiveHundred: Story = {
  ...from(() => many(500)),
  args: { recommendation: undefined, request: undefined },
  play: open,
  parameters: popup,
};

export const OpenWithoutMatch: Story = {
  play: async (context) => {
    await open(context);
    await userEvent.keyboard('no such thing');
    await expect(screen.getByText('No model matches “no such thing”.')).toBeVisible();
  },
  parameters: popup,
};

/** Every state on one sheet, to be looked at. */
export const EveryState: Story = {
  render: (args) => (
    <div className="sheet">
      {Object.entries(choices).map(([name, make]) => (
        <section key={name}>
          <h2>{name}</h2>
          <ModelPicker onValueChange={args.onValueChange} {...(make() as ModelPickerProps)} />
        </section>
      ))}
    </div>
  ),
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelectorAll('.bs-model-picker')).toHaveLength(Object.keys(choices).length);
  },
};

/** The same sheet where a sidebar leaves it 320 pixels. */
export const Narrow: Story = { ...EveryState, ...narrow('.bs-model-picker') };
