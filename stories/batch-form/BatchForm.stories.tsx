import type { Meta, StoryObj } from '@storybook/react-vite';
import { type BatchInput, type Catalog, catalog } from 'bytespike-react';
import { type BatchDraft, BatchForm } from 'bytespike-react/components/batch-form';
import { expect, fn, waitFor } from 'storybook/test';
import { PROMPTS } from '../batch-grid/batches.js';
import { formBatch } from './form-batch.js';
import { narrow } from '../support/narrow.js';

const draft = (change: Partial<BatchDraft> = {}): BatchDraft => ({ kind: 'image', text: PROMPTS.join('\n'), models: { image: ['seedream-v5lite', 'nano-banana'], video: ['veo-3.1-fast'] }, ...change });

const TEMPLATE = 'A {{colour}} kettle on {{ground}}';
const ROWS = [
  { colour: 'red', ground: 'oak' },
  { colour: 'blue', ground: 'slate' },
];

const meta = {
  title: 'BatchForm',
  component: BatchForm,
  args: { batch: formBatch(), defaultValue: draft() },
  parameters: { docs: { story: { height: '900px' } } },
} satisfies Meta<typeof BatchForm>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

/** A story for one state, once the form is there, and what it must say. */
function state(args: NonNullable<Story['args']>, play?: Play): Story {
  return {
    args,
    play: async (context) => {
      await waitFor(() => expect(context.canvasElement.querySelector('.bs-many-form')).not.toBeNull());
      await play?.(context);
    },
  };
}

const says =
  (...texts: readonly (string | RegExp)[]): Play =>
  async ({ canvas }) => {
    for (const text of texts) await expect(canvas.getByText(text)).toBeVisible();
  };

export const Playground = state({}, async ({ args, canvas, userEvent }) => {
  await expect(canvas.getByText('4 prompts')).toBeVisible();
  await userEvent.click(canvas.getByRole('button', { name: 'Make 8 images · $0.128' }));
  const [input] = (args.batch.begin as ReturnType<typeof fn<(input: BatchInput) => Promise<void>>>).mock.lastCall ?? [];
  await expect(input).toMatchObject({ prompts: PROMPTS, models: [{ model: 'seedream-v5lite' }, { model: 'nano-banana' }] });
});

export const Empty = state({ defaultValue: { kind: 'image' } }, says('No price yet'));

/** Pressed all the same: each reason stands beside its field. */
export const Refused = state({ defaultValue: { kind: 'image' } }, async ({ canvas, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Make them' }));
  await expect(canvas.getByText('Choose at least one model.')).toBeVisible();
  await expect(canvas.getByRole('textbox', { name: 'Prompts' })).toHaveFocus();
});

/** Names in a prompt are columns of a table. */
export const Template = state({ defaultValue: draft({ text: TEMPLATE, rows: ROWS }) }, async ({ canvas }) => {
  await expect(canvas.getByText('2 prompts')).toBeVisible();
  await expect(canvas.getByRole('textbox', { name: 'ground, row 2' })).toHaveValue('slate');
});

export const MissingValue = state({ defaultValue: draft({ text: TEMPLATE, rows: [...ROWS, { colour: 'white', ground: '' }, { colour: '', ground: 'marble' }] }) }, says('Row 3 has no value for ground.', 'Row 4 has no value for colour.'));

export const OpenBraces = state({ defaultValue: draft({ text: `${PROMPTS[0]}\nA {{colour kettle` }) }, says('Line 2: a name stands between {{ and }}.'));

export const SaidTwice = state({ defaultValue: draft({ text: [...PROMPTS, PROMPTS[0]].join('\n') }) }, says('1 prompt said before (line 5). Each is made and paid for.'));

/** As many as a batch has, and more. */
export const TooMany = state({ defaultValue: draft({ text: Array.from({ length: 101 }, (_, at) => `A kettle on a table, number ${at + 1}`).join('\n') }) }, says('That makes 202, and 200 are made at once at most. Take fewer prompts or models.'));

/** What a model does not grant stands beside it, chosen or not. */
export const NotGranted = state({ defaultValue: draft({ aspectRatio: '9:16', n: 4, models: { image: ['gpt-image-2', 'seedream-v4'] } }) });

export const Clips = state({ defaultValue: draft({ kind: 'video', models: { video: ['veo-3.1-fast', 'sora-2'] } }) });

export const OneKind = state({ kinds: ['image'] });

export const UpTo = state({ defaultValue: draft({ models: { image: ['gpt-image-2-official'] } }) });

const open: Catalog = { ...catalog, open: [{ id: 'somebody-new-1', kind: 'image', vendor: 'Somebody', rates: [] }] };

/** A model that the card does not name. */
export const NoPrice = state({ batch: formBatch({ catalog: open }), catalog: open, defaultValue: draft({ models: { image: ['somebody-new-1'] } }) });
export const SomeWithoutPrice = state({ batch: formBatch({ catalog: open }), catalog: open, defaultValue: draft({ models: { image: ['seedream-v5lite', 'somebody-new-1'] } }) }, async ({ canvas }) => {
  await expect(canvas.getByRole('button', { name: /\+ 4 without a known price/ })).toBeVisible();
});

/** What the key does not reach stays in the list, and says why. */
export const NotReached = state({ catalog: { ...catalog, reachable: ['seedream-v5lite', 'nano-banana'] } });

export const Shortfall = state({ batch: formBatch({ shortfall: 0.05 }), onTopUp: fn() }, says(/The balance is \$0\.05 short of this/));

export const BalanceAfter = state({ balance: { available: 12.5 } }, says(/Balance after/));

/** Nothing can be begun twice by accident. */
export const UnderWay = state({ batch: formBatch({ status: 'running' }) }, async ({ args, canvas, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Being made' }));
  await expect(args.batch.begin).not.toHaveBeenCalled();
  await expect(canvas.getByText(/^A batch is under way here/)).toBeVisible();
});

export const LongWords = state({
  defaultValue: draft({
    text: `A kettle, ${'and beside it a mug that is a little smaller than the one before, '.repeat(6)}{{Donaudampfschifffahrts${'elektrizitätenhauptbetriebswerkbauunterbeamten'.repeat(2)}}}`,
    rows: [{}],
  }),
});

/** In a sidebar. */
export const Narrow: Story = { ...state({ defaultValue: draft({ text: TEMPLATE, rows: ROWS }) }), ...narrow('.bs-batch-form') };

