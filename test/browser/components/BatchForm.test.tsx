import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { BytespikeError, type Client } from 'bytespike-react';
import { type BatchDraft, BatchForm, type BatchFormProps } from 'bytespike-react/components/batch-form';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { formBatch } from '../../../stories/batch-form/form-batch.js';
import { flavours } from '../../support/flavours.js';
import { holdTime, LONG_SECONDS } from '../../support/held-time.js';
import { newPlace, rig, visitForm } from './batch-form-support.js';
import { submitsOf } from './batch-grid-support.js';
import { listen } from './canvas-support.js';
import { emulate, setTheme, show, violations } from './support.js';

const prompts = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Prompts' });
const model = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const begin = () => screen.getByRole('button', { name: /^(Make|Being made)/ });
const value = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const described = (element: Element) => (element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
const count = () => document.querySelector('[data-field="prompts"] .bs-form-counter')?.textContent;

/** As a browser pastes into what has the focus. */
function paste(element: Element, text: string): boolean {
  (element as HTMLElement).focus();
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  act(() => void element.dispatchEvent(event));
  return !event.defaultPrevented;
}

const DRAFT: BatchDraft = { kind: 'image', text: 'A red kettle\nA blue kettle', models: { image: ['seedream-v5lite', 'nano-banana'] } };
const form = (props: Partial<BatchFormProps> = {}) => show(<BatchForm batch={formBatch()} defaultValue={DRAFT} {...props} />);

beforeEach(async () => {
  setTheme('light');
  await page.viewport(1000, 900);
  await emulate('prefers-reduced-motion', 'reduce');
});

afterEach(() => emulate('prefers-reduced-motion', undefined));

describe.each(flavours)('a form of a batch on $name', (flavour) => {
  const open = (client: Client, more: Parameters<typeof visitForm>[2] = {}) => visitForm(flavour, client, more);

  it('begins what it says once, for what it says, and offers no second one meanwhile', async () => {
    const { clock, pass } = holdTime();
    const { gateway, open: client } = rig({ speed: 1, clock });
    const { container } = open(client(), { defaultValue: DRAFT });
    await waitFor(() => expect(begin().textContent).toContain('Make 4 images · $0.064'));
    expect(await violations(container)).toEqual([]);
    await userEvent.dblClick(begin());
    await waitFor(() => expect(begin().textContent).toBe('Being made'));
    expect(described(begin())).toContain('A batch is under way here.');
    fireEvent.submit(begin().closest('form')!);
    await waitFor(() => expect(submitsOf(gateway)).toBe(4));
    await pass(LONG_SECONDS);
    await waitFor(() => expect(begin().textContent).toContain('Make 4 images'));
    expect(submitsOf(gateway)).toBe(4);
    expect(gateway.ledger.charges.map(({ model: name }) => name).sort()).toEqual(['nano-banana', 'nano-banana', 'seedream-v5lite', 'seedream-v5lite']);
    expect(gateway.ledger.charges.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(0.064, 9);
  });

  it('keeps what was typed over a reload, under its name and for its user alone', async () => {
    const { open: client } = rig();
    const persist = newPlace();
    const first = open(client(), { persist });
    await userEvent.type(await prompts(), 'A {{{{colour}} mug');
    await userEvent.type(value('colour, row 1'), 'red');
    await userEvent.click(model('Nano Banana'));
    first.unmount();
    const again = open(client(), { persist });
    expect((await prompts()).value).toBe('A {{colour}} mug');
    expect(value('colour, row 1').value).toBe('red');
    expect(model('Nano Banana').checked).toBe(true);
    again.unmount();
    open(client(), { persist: newPlace() });
    expect((await prompts()).value).toBe('');
    cleanup();
    open(client('bob'), { persist });
    expect((await prompts()).value).toBe('');
  });

  it('says what the balance is short of, and begins nothing', async () => {
    const { gateway, open: client } = rig({ balance: 0.03 });
    open(client(), { defaultValue: DRAFT, hasBalance: true });
    await waitFor(() => expect(described(begin())).toMatch(/The balance is \$0\.034 short of this/));
    await userEvent.click(begin());
    expect(begin().getAttribute('aria-disabled')).toBe('true');
    expect(gateway.requests.filter(({ path }) => path === '/v1/tasks/submit')).toEqual([]);
  });

  it('sends by the shortcut of the other forms', async () => {
    const { gateway, open: client } = rig();
    open(client(), { defaultValue: DRAFT });
    await prompts().then((area) => area.focus());
    await waitFor(() => expect(begin().textContent).toContain('$0.064'));
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(gateway.ledger.charges).toHaveLength(4));
    // Until it is over: what goes on would be followed beside the next test.
    await waitFor(() => expect(begin().textContent).toContain('Make 4 images'));
  });
});

describe('what is pasted', () => {
  it('is a prompt a row, as lines of their own, and can be taken back', async () => {
    form({ defaultValue: { ...DRAFT, text: 'A mug' } });
    const area = await prompts();
    area.setSelectionRange(5, 5);
    expect(paste(area, 'A red kettle\n"A blue kettle,\non slate"\n')).toBe(false);
    await waitFor(() => expect(area.value).toBe('A mug\nA red kettle\nA blue kettle, on slate'));
    expect(count()).toBe('3 prompts');
    document.execCommand('undo');
    await waitFor(() => expect(area.value).toBe('A mug'));
  });

  it('is left to the browser where it is lines as they stand', async () => {
    form();
    expect(paste(await prompts(), 'A red kettle\nA blue one')).toBe(true);
    expect(paste(await prompts(), '')).toBe(true);
  });

  it('fills the values by the names in its first row, or from a cell on', async () => {
    form({ defaultValue: { ...DRAFT, text: 'A {{colour}} kettle on {{ground}}' } });
    paste(await prompts(), 'ground\tnumber\tcolour\noak\t1\tred\nslate\t2\tblue\n');
    await waitFor(() => expect(count()).toBe('2 prompts'));
    expect([value('colour, row 1').value, value('ground, row 2').value]).toEqual(['red', 'slate']);
    paste(value('ground, row 2'), 'linen\nmarble');
    await waitFor(() => expect(value('ground, row 3').value).toBe('marble'));
    expect(value('ground, row 2').value).toBe('linen');
    expect(await screen.findByText('Row 3 has no value for colour.')).toBeTruthy();
    expect(value('colour, row 3').getAttribute('aria-invalid')).toBe('true');
    expect(described(value('colour, row 3'))).toBe('Row 3 has no value for colour.');
    await userEvent.click(screen.getByRole('button', { name: 'Remove row 3' }));
    expect(document.activeElement).toBe(value('colour, row 3'));
    await waitFor(() => expect(screen.queryByText('Row 3 has no value for colour.')).toBeNull());
    expect(paste(value('colour, row 1'), 'green')).toBe(true);
  });
});

describe('what is wrong', () => {
  it('is said beside its field, before anything is asked of the batch, and gets the focus', async () => {
    const batch = formBatch();
    form({ batch, defaultValue: { kind: 'image' } });
    await prompts();
    expect(screen.queryByText('Choose at least one model.')).toBeNull();
    await userEvent.click(begin());
    expect(document.activeElement).toBe(await prompts());
    expect(described(await prompts())).toContain('Say in a few words what to make.');
    expect(described(model('Nano Banana').closest('[role="group"]')!)).toContain('Choose at least one model.');
    await userEvent.type(await prompts(), 'A {{{{colour}} mug');
    await userEvent.click(model('Nano Banana'));
    await userEvent.click(begin());
    expect(document.activeElement).toBe(value('colour, row 1'));
    expect(described(value('colour, row 1'))).toBe('Fill in at least one row of values.');
    await userEvent.keyboard('red{Enter}');
    expect(batch.begin).not.toHaveBeenCalled();
    await userEvent.click(begin());
    expect(batch.begin).toHaveBeenCalledTimes(1);
    expect(vi.mocked(batch.begin).mock.lastCall?.[0]).toMatchObject({ prompts: ['A red mug'], models: [{ model: 'nano-banana' }] });
  });

  it('says the lines of open braces and repeats, and begins repeats all the same', async () => {
    const batch = formBatch();
    form({ batch, defaultValue: { ...DRAFT, text: 'A mug\nA {{mug\nA mug' } });
    const area = await prompts();
    expect(described(area)).toContain('Line 2: a name stands between {{ and }}.');
    expect(described(area)).toContain('1 prompt said before (line 3). Each is made and paid for.');
    await userEvent.click(begin());
    expect(batch.begin).not.toHaveBeenCalled();
    fireEvent.change(area, { target: { value: 'A mug\nA mug' } });
    await userEvent.click(begin());
    expect(batch.begin).toHaveBeenCalledTimes(1);
  });

  it('says what the check of the cells refuses, and what the batch itself does', async () => {
    const problems = [{ row: 0, column: 1, cells: 2, field: 'size', message: 'No such size.' }, { row: 1, column: 0, cells: 1, field: 'prompt', message: 'Too odd.' }];
    const { preview } = formBatch();
    const refused = { ...formBatch(), preview: (input: Parameters<typeof preview>[0]) => ({ ...preview(input)!, problems }) };
    form({ batch: refused });
    expect(described(await prompts())).toContain('Too odd.');
    expect(await screen.findByText(/: No such size\.$/)).toBeTruthy();
    await userEvent.click(begin());
    expect(refused.begin).not.toHaveBeenCalled();
    cleanup();
    const late = { ...formBatch(), begin: vi.fn<BatchFormProps['batch']['begin']>(() => Promise.reject(new BytespikeError({ code: 'insufficient_balance', message: 'Short.' }))) };
    form({ batch: late });
    await prompts();
    await userEvent.click(begin());
    expect(await screen.findByText('Not enough balance. Top up and try again.')).toBeTruthy();
    await userEvent.click(begin());
    expect(late.begin).toHaveBeenCalledTimes(2);
  });

  it('has no price where nobody knows one, and is as high with a price as without', async () => {
    const { preview } = formBatch();
    const batch = { ...formBatch(), preview: (input: Parameters<typeof preview>[0]) => ({ ...preview(input)!, unpriced: 4 }) };
    const { container } = form({ batch });
    await prompts();
    expect(screen.getByText('No price yet')).toBeTruthy();
    expect(begin().textContent).toContain('Make them');
    const height = () => container.querySelector('.bs-form-checkout')!.getBoundingClientRect().height;
    const without = height();
    cleanup();
    const priced = form();
    await prompts();
    expect(priced.container.querySelector('.bs-form-checkout')!.getBoundingClientRect().height).toBe(without);
  });
});

describe('what is asked of all', () => {
  it('comes to each model as far as that takes it, and the rest is said beside it', async () => {
    const batch = formBatch();
    form({ batch, defaultValue: { ...DRAFT, models: { image: ['gpt-image-2', 'seedream-v4'] } } });
    await prompts();
    await userEvent.click(within(screen.getByRole('radiogroup', { name: 'Quality' })).getByRole('radio', { name: 'High' }));
    expect(described(model('Seedream V4'))).toContain('Quality: left out, and kept for a model that takes it');
    expect(described(model('GPT-Image 2'))).not.toContain('Quality');
    await userEvent.click(begin());
    const [input] = vi.mocked(batch.begin).mock.lastCall ?? [];
    expect(input?.models.map((column) => (typeof column === 'string' ? column : column.quality))).toEqual([undefined, 'high']);
  });

  it('keeps the models of the other kind, and leaves out what is not reached', async () => {
    const onValueChange = vi.fn<(draft: BatchDraft) => void>();
    form({ onValueChange });
    await prompts();
    await userEvent.click(within(screen.getByRole('radiogroup', { name: 'What to make' })).getByRole('radio', { name: 'Video' }));
    await userEvent.click(model('Veo 3.1 Fast'));
    expect(onValueChange.mock.lastCall?.[0].models).toEqual({ image: ['seedream-v5lite', 'nano-banana'], video: ['veo-3.1-fast'] });
    expect(begin().textContent).toMatch(/^Make 2 clips · /);
  });

  it('says what all of it comes to once it has settled', async () => {
    form();
    await prompts();
    const heard = listen();
    await userEvent.type(await prompts(), '{Enter}A green kettle');
    await waitFor(() => expect(heard).toContain('6 images: $0.096.'));
  });
});

it('a draft that the page holds is the page’s', async () => {
  const onValueChange = vi.fn<(draft: BatchDraft) => void>();
  form({ value: DRAFT, onValueChange, persist: 'not used' });
  fireEvent.change(await prompts(), { target: { value: 'Other' } });
  expect(onValueChange.mock.lastCall?.[0].text).toBe('Other');
  expect((await prompts()).value).toBe(DRAFT.text);
});
