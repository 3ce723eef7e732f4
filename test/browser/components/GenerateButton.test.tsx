import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { type Asset, BytespikeProvider, createClient, type GenerateButtonProps } from 'bytespike-react';
import { type ReactNode, useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createParts } from '../../../src/components/generate/parts.js';
import { createGenerateButton } from '../../../src/components/generate/create-button.js';
import { holdTime, waitsOf } from '../../support/held-time.js';
import { billable, closeGateways, panels, settled, visit } from './panel-support.js';
import { emulate, setTheme, show, violations } from './support.js';

const prompt = 'Tide over black rocks';
const clip = { kind: 'video', prompt, models: { video: 'veo-3.1-fast' }, durationSeconds: 4 } as const;
const wait = waitsOf({ model: clip.models.video, prompt, durationSeconds: clip.durationSeconds });
const opener = () => document.querySelector<HTMLElement>('.bs-generate-button')!;
const dialog = () => screen.getByRole('dialog', { name: 'Generate' });
const closed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
const submit = () => within(dialog()).getByRole('button', { name: /^Generat/ });
const status = (is: string) => waitFor(() => expect(opener().dataset['status']).toBe(is));

beforeEach(() => {
  localStorage.clear();
  setTheme('light');
});
afterEach(closeGateways);

describe.each(panels)('GenerateButton on $name', ({ name, GenerateButton }) => {
  test('is a button in a card, too, of which other components are a part', () => {
    visit(name, <div className="bs-card"><GenerateButton /></div>);
    expect(getComputedStyle(opener()).borderWidth).toBe('1px');
  });

  test('from the button to the asset and back, by keyboard alone', async () => {
    function App(): ReactNode {
      const [asset, setAsset] = useState<Asset>();
      return (
        <>
          <GenerateButton defaultDraft={{ kind: 'video', models: { video: 'veo-3.1-fast' }, durationSeconds: 4 }} onAsset={setAsset} />
          <output>{asset?.kind}</output>
        </>
      );
    }
    const { gateway } = visit(name, <App />);
    expect(gateway.requests).toEqual([]);
    await userEvent.tab();
    expect(document.activeElement).toBe(opener());
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(within(dialog()).getByRole('textbox', { name: 'Prompt' })));
    await userEvent.keyboard(prompt);
    expect(submit().textContent).toContain('$0.21');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    const use = await within(dialog()).findByRole('button', { name: 'Use this' });
    use.focus();
    await userEvent.keyboard('{Enter}');
    await closed();
    await waitFor(() => expect(document.activeElement).toBe(opener()));
    expect(screen.getByText('video', { selector: 'output' })).toBeTruthy();
    expect(gateway.ledger.charges).toHaveLength(1);
    await status('idle');
  });

  test('asks for nothing before it is opened', async () => {
    const { gateway } = visit(name, <GenerateButton />);
    await userEvent.hover(opener());
    await userEvent.unhover(opener());
    await act(() => import('../../../src/components/generate/opened.js'));
    expect(gateway.requests).toEqual([]);
    expect(document.querySelector('.bs-generate-dialog')).toBeNull();
  });

  test('closed while it works, it works on, and the button says how it goes', async () => {
    const { clock, pass } = holdTime();
    const { gateway } = visit(name, <GenerateButton defaultDraft={clip} />, { speed: 1, clock });
    await userEvent.click(opener());
    await waitFor(() => expect(dialog()).toBeTruthy());
    await userEvent.click(submit());
    expect(within(dialog()).getByText(/You can close this: your clip goes on/)).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    await closed();
    await waitFor(() => expect(document.activeElement).toBe(opener()));
    await status('making');
    expect(opener().textContent).toBe('GenerateMaking your clip');
    await settled(document.body);
    expect(await violations(document.body)).toEqual([]);
    await waitFor(() => expect(billable(gateway)).toHaveLength(1));
    await pass(wait.made);
    await status('made');
    expect(screen.getByText('Your clip is ready.').closest('[role="status"]')).not.toBeNull();
    expect(opener().textContent).toBe('GenerateReady');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(within(dialog()).getByText('Ready', { selector: 'strong' })).toBeTruthy());
    // Seen, it is no news any more.
    await userEvent.click(within(dialog()).getByRole('button', { name: 'Close' }));
    await closed();
    await status('idle');
    expect(billable(gateway)).toHaveLength(1);
  });

  test('what was not made is said as well', async () => {
    visit(name, <GenerateButton defaultDraft={{ ...clip, prompt: `${prompt} [block-late]` }} />, { speed: 20 });
    await userEvent.click(opener());
    await waitFor(() => expect(dialog()).toBeTruthy());
    await userEvent.click(submit());
    await userEvent.keyboard('{Escape}');
    await status('ended');
    expect(screen.getByText('Your clip was not made. Open it to see why.')).toBeTruthy();
  });

  test('opened again, everything is as it was left', async () => {
    visit(name, <GenerateButton />);
    await userEvent.click(opener());
    await waitFor(() => expect(dialog()).toBeTruthy());
    await userEvent.type(within(dialog()).getByRole('textbox', { name: 'Prompt' }), prompt);
    await userEvent.keyboard('{Escape}');
    await closed();
    await userEvent.click(opener());
    await waitFor(() => expect(within(dialog()).getByDisplayValue(prompt)).toBeTruthy());
  });

  test('after a reload a clip that is still being made shows on the button, untouched', async () => {
    const { clock, pass } = holdTime();
    const first = visit(name, <GenerateButton persist="cover" defaultDraft={clip} />, { speed: 1, clock });
    await userEvent.click(opener());
    await waitFor(() => expect(dialog()).toBeTruthy());
    await userEvent.click(submit());
    await waitFor(() => expect(billable(first.gateway)).toHaveLength(1));
    first.unmount();
    const second = visit(name, <GenerateButton persist="cover" />, first.gateway);
    await status('making');
    await pass(wait.made);
    await status('made');
    expect(billable(first.gateway)).toHaveLength(1);
    second.unmount();
    // What ended before this visit is no news, and nothing is loaded for it.
    visit(name, <GenerateButton persist="cover" />, first.gateway);
    expect(opener().dataset['status']).toBe('idle');
  });

  test('so does an image, and when it is there it is billed once', async () => {
    const { clock, pass } = holdTime();
    const first = visit(name, <GenerateButton persist="cover" kinds={['image']} defaultDraft={{ kind: 'image', prompt }} />, { speed: 1, clock });
    await userEvent.click(opener());
    // The price is there once a model was chosen.
    await waitFor(() => expect(submit().textContent).toContain('$'));
    await userEvent.click(submit());
    await waitFor(() => expect(billable(first.gateway)).toHaveLength(1));
    first.unmount();
    visit(name, <GenerateButton persist="cover" kinds={['image']} />, first.gateway);
    await status('making');
    // Whichever model was recommended.
    await pass(120);
    await status('made');
    expect(billable(first.gateway)).toHaveLength(1);
  });

  test('what opens in the dialog lies over it, and Escape closes one at a time', async () => {
    visit(name, <GenerateButton defaultDraft={clip} />);
    await userEvent.click(opener());
    await waitFor(() => expect(dialog()).toBeTruthy());
    const picker = within(dialog()).getByRole('button', { name: /^Model/ });
    await userEvent.click(picker);
    const option = await screen.findByRole('option', { name: /^Sora 2 Pro/ });
    await settled(document.body);
    const { left, top } = option.getBoundingClientRect();
    expect(option.contains(document.elementFromPoint(left + 8, top + 8))).toBe(true);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('option')).toBeNull());
    expect(dialog()).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    await closed();
  });

  test('has no fault that axe finds when it is open, light and dark', async () => {
    visit(name, <GenerateButton defaultDraft={clip} onAsset={() => {}} />);
    await userEvent.click(opener());
    await waitFor(() => expect(dialog()).toBeTruthy());
    for (const theme of ['light', 'dark'] as const) {
      setTheme(theme);
      await settled(dialog());
      expect(await violations(dialog())).toEqual([]);
    }
  });
});

describe('how the button is styled', () => {
  const [{ GenerateButton }] = panels as [(typeof panels)[number]];

  test('class, element and words are the app’s', () => {
    const ref = vi.fn<(element: HTMLButtonElement | null) => void>();
    visit(
      'react-query',
      <GenerateButton ref={ref} className={({ status: is }) => `is-${is}`} render={(props) => <button type="button" id="mine" {...props} />}>
        Make a cover
      </GenerateButton>,
    );
    expect(document.getElementById('mine')?.className).toBe('bs-root bs-button bs-generate-button is-idle');
    expect(screen.getByRole('button', { name: 'Make a cover' })).toBe(ref.mock.calls[0]?.[0]);
  });

  test('with reduced motion nothing on it moves', async () => {
    visit('react-query', <GenerateButton defaultDraft={{ ...clip, prompt: `${prompt} [stall]` }} />);
    await userEvent.click(opener());
    await waitFor(() => expect(dialog()).toBeTruthy());
    await userEvent.click(submit());
    await userEvent.keyboard('{Escape}');
    await closed();
    await status('making');
    const pace = () => document.querySelector('.bs-generate-pace')?.getAnimations().length;
    await waitFor(() => expect(pace()).toBe(1));
    await emulate('prefers-reduced-motion', 'reduce');
    const still = pace();
    await emulate('prefers-reduced-motion', undefined);
    expect(still).toBe(0);
  });
});

describe('parts that come when they are needed', () => {
  const client = createClient({ baseUrl: 'https://app.example.com/api', storage: null });

  test('begin once, and anew after a failure', async () => {
    const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('offline')).mockResolvedValue('parts');
    const parts = createParts(load);
    parts.load();
    parts.load();
    expect(load).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(parts.get().status).toBe('failed'));
    parts.load();
    await waitFor(() => expect(parts.get()).toEqual({ status: 'ready', loaded: 'parts' }));
    parts.load();
    expect(load).toHaveBeenCalledTimes(2);
  });

  test('that do not come are said on the button, which stays and can be pressed again', async () => {
    let isOnline = false;
    const Panel = () => <p>the panel</p>;
    const Button = createGenerateButton(() => (isOnline ? Promise.resolve(Panel) : Promise.reject(new Error('offline'))));
    const App = (props: GenerateButtonProps) => (
      <BytespikeProvider client={client}>
        <Button {...props} />
      </BytespikeProvider>
    );
    show(<App />);
    await userEvent.click(opener());
    await status('failed');
    expect(opener().textContent).toContain('Could not be opened. Press again.');
    expect(document.activeElement).toBe(opener());
    isOnline = true;
    await userEvent.click(opener());
    await waitFor(() => expect(within(dialog()).getByText('the panel')).toBeTruthy());
  });

  test('bring their style sheet along, and do not show without it', async () => {
    const sheets: { resolve(): void; reject(why: Error): void }[] = [];
    const loadStyles = () => new Promise<void>((resolve, reject) => sheets.push({ resolve, reject }));
    const Button = createGenerateButton(async () => () => <p>the panel</p>);
    show(
      <BytespikeProvider client={client}>
        <Button loadStyles={loadStyles} />
      </BytespikeProvider>,
    );
    expect(sheets).toHaveLength(0);
    await userEvent.hover(opener());
    expect(sheets).toHaveLength(1);
    await userEvent.click(opener());
    await act(() => import('../../../src/components/generate/opened.js'));
    await status('opening');
    expect(screen.queryByRole('dialog')).toBeNull();
    await act(async () => sheets[0]!.reject(new Error('offline')));
    await status('failed');
    await userEvent.click(opener());
    expect(sheets).toHaveLength(2);
    await act(async () => sheets[1]!.resolve());
    await waitFor(() => expect(within(dialog()).getByText('the panel')).toBeTruthy());
  });
});
