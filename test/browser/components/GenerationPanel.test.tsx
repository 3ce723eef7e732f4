import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { Asset, GenerationActivity } from 'bytespike-react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { holdTime, waitsOf } from '../../support/held-time.js';
import { billable, closeGateways, panels, settled, visit } from './panel-support.js';
import { setTheme, violations } from './support.js';

const prompt = 'Tide over black rocks';
const clip = { kind: 'video', prompt, models: { video: 'veo-3.1-fast' }, durationSeconds: 4 } as const;
const wait = waitsOf({ model: clip.models.video, prompt, durationSeconds: clip.durationSeconds });
const submit = () => screen.getByRole('button', { name: /^Generat/ });
const model = () => screen.getByRole('button', { name: /^Model/ });
const result = () => screen.getByRole('region', { name: 'Results' });
const progress = () => within(result()).getByRole('group', { name: /generation$/ });
const ready = () => waitFor(() => expect(progress().dataset['status']).toBe('completed'));

beforeEach(() => {
  localStorage.clear();
  setTheme('light');
});
afterEach(closeGateways);

describe.each(panels)('GenerationPanel on $name', ({ name, GenerationPanel }) => {
  test('from the prompt to the asset, by keyboard alone', async () => {
    const onAsset = vi.fn<(asset: Asset) => void>();
    const { gateway } = visit(name, <GenerationPanel onAsset={onAsset} kinds={['video']} />);
    await waitFor(() => expect(screen.getByRole('group', { name: 'Balance' }).textContent).toContain('$25.00'));
    await userEvent.tab();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Prompt' }));
    await userEvent.keyboard(`${prompt} [[stall]`);
    await userEvent.tab();
    await waitFor(() => expect(model().textContent).toContain('Auto'));
    expect(document.activeElement).toBe(model());
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.getAllByRole('option').length).toBeGreaterThan(1));
    // Before it has the focus, a space would close what it is in.
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Search models' })));
    await userEvent.keyboard('veo fast');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(model()));
    expect(model().textContent).toContain('Veo 3.1 Fast');
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    await userEvent.tab();
    await userEvent.keyboard('{Control>}a{/Control}4');
    expect(submit().textContent).toContain('$0.21');
    expect(screen.getByRole('group', { name: /^(Cost|Price)/ }).textContent).toContain('$0.21');
    expect(billable(gateway)).toEqual([]);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(progress().dataset['status']).toBe('running'));
    expect(billable(gateway)).toHaveLength(1);
    expect(submit().textContent).toBe('Generating');

    const cancel = within(result()).getByRole('button', { name: /^Cancel/ });
    cancel.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(progress().dataset['status']).toBe('cancelled'));

    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Prompt' });
    expect(field.value).toBe(`${prompt} [stall]`);
    field.focus();
    field.setSelectionRange(prompt.length, field.value.length);
    await userEvent.keyboard('{Delete}{Control>}{Enter}{/Control}');
    await ready();
    const use = screen.getByRole('button', { name: 'Use this' });
    use.focus();
    await userEvent.keyboard('{Enter}');
    expect(onAsset).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ kind: 'video' }));
    expect(gateway.ledger.charges.at(-1)?.amount).toBe(0.21);
  });

  test('a shortfall stops it before any request', async () => {
    const { gateway } = visit(name, <GenerationPanel defaultDraft={clip} onTopUp={() => {}} />, { balance: 0.1 });
    await waitFor(() => expect(submit().getAttribute('aria-disabled')).toBe('true'));
    expect(document.getElementById(submit().getAttribute('aria-describedby')!)?.textContent).toContain('$0.11 short');
    await userEvent.click(submit());
    screen.getByRole('textbox', { name: 'Prompt' }).focus();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(billable(gateway)).toEqual([]);
    // A shorter clip can be paid for: the price and the way are there at once.
    const seconds = screen.getByRole('spinbutton', { name: 'Seconds' });
    await userEvent.clear(seconds);
    await userEvent.type(seconds, '1');
    expect(submit().getAttribute('aria-disabled')).toBeNull();
  });

  test('a refusal keeps everything that was typed, and says what to do', async () => {
    const { gateway } = visit(name, <GenerationPanel defaultDraft={{ ...clip, prompt: `${prompt} [block]`, aspectRatio: '9:16' }} />);
    await userEvent.click(submit());
    await waitFor(() => expect(progress().textContent).toContain('Blocked by the safety filter'));
    expect(screen.getByDisplayValue(`${prompt} [block]`)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: '9:16, tall' }).checked).toBe(true);
    expect(gateway.ledger.charges).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Edit the prompt' }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Prompt' }));
  });

  test('images, each with a button of its own', async () => {
    const onAsset = vi.fn<(asset: Asset) => void>();
    visit(name, <GenerationPanel defaultDraft={{ kind: 'image', prompt, models: { image: 'seedream-v5lite' }, n: 2 }} onAsset={onAsset} />);
    await userEvent.click(submit());
    await ready();
    await userEvent.click(screen.getByRole('button', { name: 'Use 2 of 2' }));
    expect(onAsset).toHaveBeenCalledTimes(1);
  });

  test('what was begun stays in sight when the form turns to the other kind', async () => {
    visit(name, <GenerationPanel defaultDraft={{ ...clip, prompt: `${prompt} [queue]` }} />);
    await userEvent.click(submit());
    await waitFor(() => expect(progress().dataset['status']).toBe('queued'));
    await userEvent.click(screen.getByRole('radio', { name: 'Image' }));
    expect(within(result()).getAllByRole('group', { name: /generation$/ }).map((each) => each.dataset['status'])).toEqual(['idle', 'queued']);
    expect(submit().textContent).toContain('Generate');
  });

  test('what ended gives way to what was begun after it, and is there again when the form turns back', async () => {
    visit(name, <GenerationPanel defaultDraft={{ ...clip, models: { ...clip.models, image: 'seedream-v5lite' } }} />);
    await userEvent.click(submit());
    await ready();
    await userEvent.click(screen.getByRole('radio', { name: 'Image' }));
    const shown = () => within(result()).getAllByRole('group', { name: /generation$/ }).map((each) => each.getAttribute('aria-label'));
    expect(shown()).toEqual(['Image generation', 'Video generation']);
    await userEvent.click(submit());
    expect(shown()).toEqual(['Image generation']);
    await ready();
    await userEvent.click(screen.getByRole('radio', { name: 'Video' }));
    expect(shown()).toEqual(['Video generation', 'Image generation']);
  });

  test('what a page adds stands below the results, and the balance where the page tells it', async () => {
    visit(
      name,
      <GenerationPanel showBalance={false}>
        <h2>Recent</h2>
      </GenerationPanel>,
    );
    expect(screen.queryByRole('group', { name: 'Balance' })).toBeNull();
    const heading = screen.getByRole('heading', { name: 'Recent' });
    expect(result().contains(heading)).toBe(false);
    expect(result().compareDocumentPosition(heading)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  test.each([500, 1000])('nothing below the form or beside it moves when the button is pressed, in %d pixels', async (width) => {
    const { container } = visit(
      name,
      <div style={{ inlineSize: width }}>
        <GenerationPanel defaultDraft={{ ...clip, prompt: `${prompt} [queue]` }} />
      </div>,
    );
    await waitFor(() => expect(screen.getByRole('group', { name: 'Balance' }).textContent).toContain('$25.00'));
    const top = () => result().getBoundingClientRect().top - container.querySelector('form')!.getBoundingClientRect().top;
    const before = top();
    await userEvent.click(submit());
    await waitFor(() => expect(progress().dataset['status']).toBe('queued'));
    expect(top()).toBe(before);
    const reason = document.getElementById(submit().getAttribute('aria-describedby')!);
    expect(reason?.textContent).toContain('One clip at a time');
  });

  test('a model that cannot do what was asked can be chosen, and the form says what gives way', async () => {
    visit(name, <GenerationPanel defaultDraft={{ ...clip, models: { video: 'sora-2-pro' }, durationSeconds: 12 }} />);
    await userEvent.click(model());
    const option = await screen.findByRole('option', { name: /Veo 3\.1 Fast/ });
    // A list that is still opening takes no pointer.
    await waitFor(() => userEvent.click(option));
    expect(await screen.findByText('Seconds: 5 instead of 12')).toBeTruthy();
  });

  test('a result can be gone on from: the form is filled with what it came of', async () => {
    visit(name, <GenerationPanel defaultDraft={{ kind: 'image', prompt, models: { image: 'seedream-v4' }, aspectRatio: '2:3', seed: 7 }} />);
    await userEvent.click(submit());
    await ready();
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Prompt' });
    await userEvent.clear(field);
    await userEvent.click(screen.getByRole('button', { name: /^Remix/ }));
    await waitFor(() => expect(field.value).toBe(prompt));
    expect(document.activeElement).toBe(field);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: '2:3, tall' }).checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Seed', hidden: true }).value).toBe('');
  });

  test('a reload finds the clip again', async () => {
    const { clock, pass } = holdTime();
    const first = visit(name, <GenerationPanel persist="studio" defaultDraft={clip} />, { speed: 1, clock });
    await userEvent.click(submit());
    await waitFor(() => expect(progress().dataset['status']).toBe('queued'));
    await pass(wait.running);
    await waitFor(() => expect(progress().dataset['status']).toBe('running'));
    first.unmount();
    visit(name, <GenerationPanel persist="studio" kinds={['video']} />, first.gateway);
    await waitFor(() => expect(progress().dataset['status']).toBe('running'));
    await pass(wait.made);
    await ready();
    expect(billable(first.gateway)).toHaveLength(1);
  });

  test('a reload finds what was typed again, under its name, and nothing of what cannot be made here', async () => {
    const first = visit(name, <GenerationPanel persist="studio" />);
    const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Prompt' });
    await userEvent.type(field(), prompt);
    await userEvent.click(screen.getByRole('radio', { name: 'Video' }));
    first.unmount();
    const again = visit(name, <GenerationPanel persist="studio" defaultDraft={{ prompt: 'Something else' }} />, first.gateway);
    expect(field().value).toBe(prompt);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Video' }).checked).toBe(true);
    again.unmount();
    const only = visit(name, <GenerationPanel persist="studio" kinds={['image']} />, first.gateway);
    expect(field().value).toBe(prompt);
    expect(document.querySelector('.bs-generation-panel')).toHaveAttribute('data-kind', 'image');
    only.unmount();
    visit(name, <GenerationPanel persist="other" />, first.gateway);
    expect(field().value).toBe('');
  });

  test('tells who does not see it what goes on', async () => {
    const heard: GenerationActivity['status'][] = [];
    const onActivity = ({ status }: GenerationActivity) => void heard.push(status);
    visit(name, <GenerationPanel defaultDraft={clip} onActivity={onActivity} />);
    await userEvent.click(submit());
    await ready();
    expect([...new Set(heard)]).toEqual(['idle', 'making', 'made']);
  });

  test('only models that are allowed, also for the recommendation', async () => {
    visit(name, <GenerationPanel kinds={['video']} models={['sora-2']} defaultDraft={{ prompt }} />);
    await waitFor(() => expect(model().textContent).toContain('Sora 2'));
    await userEvent.click(model());
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
    expect(screen.getAllByRole('option')[1]?.textContent).toContain('Sora 2');
  });

  test.each([
    ['ltr', 288],
    ['rtl', 288],
    ['ltr', 1000],
  ])('has no fault that axe finds, and nothing overflows, %s in %d pixels', async (direction, width) => {
    const { container } = visit(
      name,
      <div dir={direction} style={{ inlineSize: width }}>
        <GenerationPanel defaultDraft={clip} onAsset={() => {}} />
      </div>,
    );
    await userEvent.click(submit());
    await ready();
    const panel = container.querySelector<HTMLElement>('.bs-generation-panel')!;
    expect(panel.scrollWidth).toBeLessThanOrEqual(width);
    const [form, stage] = [panel.querySelector('form')!, result()].map((each) => each.getBoundingClientRect());
    expect(stage!.top > form!.top + 50).toBe(width < 760);
    await settled(container);
    expect(await violations(container)).toEqual([]);
  });
});
