import { act, render, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { BytespikeProvider, catalog, createClient, english, ModelPicker, type ModelPickerProps, recommendModel } from 'bytespike-react';
import { createSimulatedGateway } from 'bytespike-react/testing';
import { useState } from 'react';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
// Keys of the browser's own: focus and popups behave as a person meets them.
import { userEvent } from 'vitest/browser';
import { choices, clip, videoBrief } from '../../../stories/model-picker/choices.js';
import { prompt } from '../../../stories/fixtures.js';
import { appWith, flavours } from '../../support/flavours.js';
import { emulate, setTheme, show, type Theme, violations } from './support.js';
import { active, button, open, option, root, said } from './model-picker-support.js';

afterEach(() => {
  vi.useRealTimers();
  setTheme('light');
});

describe('one status drives text, data-status and ARIA', () => {
  const cases: readonly [keyof typeof choices, string, string, string, string][] = [
    ['auto', 'auto', 'Seedance Fast Auto', '$0.17 · 15–25 s', 'You asked for under 30 s: the fast tier.'],
    ['looking', 'looking', 'Choosing a model Auto', '', ''],
    ['unfit', 'unfit', 'No model fits Auto', '', 'Allow 15 s, and Seedance Fast fits.'],
    ['unavailable', 'unavailable', 'Choose a model', '', 'Auto cannot be had right now. Choose a model.'],
    ['chosen', 'chosen', 'Veo 3.1', 'up to $0.45 · 60–120 s', 'Natural world, water, weather, wildlife'],
    ['chosenExcluded', 'chosen', 'Sora 2 Pro', 'up to $1.85 · 90–180 s', 'Needs 90 s, more than you allow.'],
    ['chosenOpen', 'chosen', 'somebody-new-1', '', 'Not in the catalog. It takes any settings.'],
    ['empty', 'empty', 'Choose a model', '', ''],
  ];
  test.each(cases)('%s', (name, status, text, figures, why) => {
    show(<ModelPicker {...(choices[name]() as ModelPickerProps)} />);
    expect(root().dataset['status']).toBe(status);
    expect([said('name'), said('figures'), said('why')]).toEqual([text, figures, why]);
    expect(button().getAttribute('aria-haspopup')).toBe('dialog');
    const spoken = ['Model', text, figures, why].filter((part) => part !== '').join(' ');
    expect(screen.getByRole('button', { name: spoken })).toBe(button());
  });
});

describe('by keyboard alone', () => {
  test('searches, chooses, and comes back to the button', async () => {
    const onValueChange = vi.fn<(value: string) => void>();
    show(<ModelPicker kind="video" request={clip} recommendation={recommendModel({ kind: 'video', prompt })} onValueChange={onValueChange} />);
    await open();
    expect(button().getAttribute('aria-expanded')).toBe('true');
    await userEvent.keyboard('fast');
    expect(active()).toBe('Veo 3.1 Fast');
    await userEvent.keyboard('{ArrowDown}');
    expect(active()).toBe('Seedance 2.0 Pro Fast');
    await userEvent.keyboard('{ArrowUp}{Enter}');
    expect(onValueChange.mock.calls).toEqual([['veo-3.1-fast']]);
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
    expect(document.activeElement).toBe(button());
    expect(said('name')).toBe('Veo 3.1 Fast');
  });

  test('opens with the arrows, and closes with Escape and no choice', async () => {
    const onValueChange = vi.fn<(value: string) => void>();
    show(<ModelPicker {...choices.chosen()} kind="video" onValueChange={onValueChange} />);
    button().focus();
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('combobox')));
    await userEvent.keyboard('{ArrowDown}{Escape}');
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
    expect(document.activeElement).toBe(button());
    expect(onValueChange).not.toHaveBeenCalled();
  });

  test('goes back to "Auto"', async () => {
    const onValueChange = vi.fn<(value: string) => void>();
    show(<ModelPicker {...choices.chosen()} kind="video" onValueChange={onValueChange} />);
    await open();
    await userEvent.keyboard('auto{Enter}');
    expect(onValueChange.mock.calls).toEqual([['auto']]);
    expect(root().dataset['status']).toBe('auto');
  });

  test('reads why a model cannot be chosen, and cannot choose it', async () => {
    const onValueChange = vi.fn<(value: string) => void>();
    show(<ModelPicker kind="video" recommendation={recommendModel(videoBrief)} onValueChange={onValueChange} />);
    await open();
    await userEvent.keyboard('sora 2 pro');
    expect(active()).toBe('Sora 2 Pro');
    expect(option(/^Sora 2 Pro/).getAttribute('aria-disabled')).toBe('true');
    expect(option(/^Sora 2 Pro/).textContent).toContain('Needs 90 s, more than you allow.');
    await userEvent.keyboard('{Enter}');
    expect(onValueChange).not.toHaveBeenCalled();
    expect(screen.getByRole('listbox')).toBeTruthy();
  });

  test('says how many there are, and that there are none', async () => {
    show(<ModelPicker kind="video" />);
    await open();
    await userEvent.keyboard('seedance');
    await waitFor(() => expect(screen.getByText('5 models')).toBeTruthy());
    await userEvent.keyboard('xyz');
    expect(screen.getByText('No model matches “seedancexyz”.')).toBeTruthy();
    expect(screen.queryAllByRole('option')).toEqual([]);
  });
});

describe('what is chosen', () => {
  const first = recommendModel({ kind: 'video', prompt: 'waves in a storm' });
  const second = recommendModel({ kind: 'video', prompt: 'a dancer speaks' });

  test('"Auto" follows the recommendation, says so once it has settled, and tells nobody that the person chose', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const onValueChange = vi.fn<(value: string) => void>();
    const { rerender } = show(<ModelPicker kind="video" recommendation={first} onValueChange={onValueChange} />);
    expect(said('name')).toBe('Veo 3.1 Auto');
    expect(said('why')).toBe('Best at water, weather and wildlife: waves, storm.');
    rerender(<ModelPicker kind="video" recommendation={second} onValueChange={onValueChange} />);
    expect(said('name')).toBe('Seedance 2.0 Pro Auto');
    expect(screen.getByRole('status').textContent).toBe('');
    act(() => void vi.advanceTimersByTime(1000));
    expect(screen.getByRole('status').textContent).toBe('Auto: Seedance 2.0 Pro');
    expect(onValueChange).not.toHaveBeenCalled();
  });

  test('a person’s own choice stays, whatever is recommended later', async () => {
    const { rerender } = show(<ModelPicker kind="video" recommendation={first} />);
    await open();
    await userEvent.keyboard('sora 2 pro{Enter}');
    expect(said('name')).toBe('Sora 2 Pro');
    rerender(<ModelPicker kind="video" recommendation={second} />);
    expect(said('name')).toBe('Sora 2 Pro');
    rerender(<ModelPicker kind="video" recommendation={recommendModel({ kind: 'video', prompt, latencyBudgetSeconds: 30 })} />);
    expect([said('name'), said('why')]).toEqual(['Sora 2 Pro', 'Needs 90 s, more than you allow.']);
  });

  test('held by the page, it changes when the page says so', async () => {
    const onValueChange = vi.fn<(value: string) => void>();
    const { rerender } = show(<ModelPicker kind="video" value="veo-3.1" onValueChange={onValueChange} />);
    await open();
    await userEvent.keyboard('sora 2 pro{Enter}');
    expect(onValueChange.mock.calls).toEqual([['sora-2-pro']]);
    expect(said('name')).toBe('Veo 3.1');
    rerender(<ModelPicker kind="video" value="sora-2-pro" onValueChange={onValueChange} />);
    expect(said('name')).toBe('Sora 2 Pro');
  });
});

describe('loading', () => {
  test('moves nothing, keeps the button and its focus, and a second press closes the list', async () => {
    show(<ModelPicker {...choices.auto()} kind="video" />);
    const before = button();
    const { top, height } = before.getBoundingClientRect();
    await userEvent.click(before);
    await waitFor(() => expect(screen.getByRole('combobox')).toBeTruthy());
    expect(button()).toBe(before);
    expect(before.getBoundingClientRect()).toMatchObject({ top, height });
    await userEvent.click(before);
    await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
    expect(document.activeElement).toBe(before);
    expect(before.getAttribute('aria-expanded')).toBe('false');
  });

  test('a press elsewhere closes it, and leaves the focus there', async () => {
    show(
      <>
        <ModelPicker kind="video" />
        <button type="button" style={{ position: 'fixed', insetBlockEnd: 0, insetInlineEnd: 0 }}>Elsewhere</button>
      </>,
    );
    await open();
    await userEvent.click(screen.getByText('Elsewhere'));
    await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
    expect(document.activeElement?.textContent).toBe('Elsewhere');
  });
});

test('the words of prices, reasons and obstacles follow the language', async () => {
  render(
    <BytespikeProvider
      locale="de"
      messages={{ models: { label: 'Modell', search: 'Modelle suchen', reasons: { ...english.models.reasons, fast: ({ seconds }) => `Höchstens ${seconds} s` } } }}
    >
      <ModelPicker {...choices.auto()} kind="video" />
    </BytespikeProvider>,
  );
  expect(screen.getByRole('button', { name: /^Modell / })).toBeTruthy();
  expect(said('figures')).toBe('0,17\u00a0$ · 15–25 s');
  expect(said('why')).toBe('Höchstens 30 s');
});

const THEMES = ['light', 'dark', 'high-contrast'] as const;

describe.each(THEMES)('in %s', (theme) => {
  test.each(Object.keys(choices) as (keyof typeof choices)[])('%s passes axe', async (name) => {
    setTheme(theme as Theme);
    const { container } = show(<ModelPicker {...(choices[name]() as ModelPickerProps)} />);
    expect(await violations(container)).toEqual([]);
  });

  test('the open list passes axe, and has the theme of its surroundings', async () => {
    show(
      <div data-theme={theme} dir="rtl" style={{ background: 'var(--bs-bg)' }}>
        <ModelPicker kind="video" recommendation={recommendModel(videoBrief)} />
      </div>,
    );
    await open();
    const popup = document.querySelector<HTMLElement>('.bs-picker-popup')!;
    expect(popup.dataset['theme']).toBe(theme);
    expect(getComputedStyle(popup).direction).toBe('rtl');
    // Base UI hides the rest of the page from screen readers while the list is open, and guards its focus.
    const found = await axe.run(document.body, { rules: { 'aria-hidden-focus': { enabled: false }, region: { enabled: false } } });
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
});

test('fits 240 pixels, from right to left as well, and so does its list', async () => {
  show(
    <div dir="rtl" style={{ inlineSize: 240 }}>
      {Object.entries(choices).map(([name, make]) => (
        <ModelPicker key={name} {...(make() as ModelPickerProps)} />
      ))}
    </div>,
  );
  const all = [...document.querySelectorAll('.bs-model-picker, .bs-picker-button')];
  expect(all.length).toBeGreaterThanOrEqual(2 * Object.keys(choices).length);
  for (const each of all) expect(each.scrollWidth).toBeLessThanOrEqual(each.clientWidth + 1);
});

test('nothing is animated where motion is unwelcome, and the line under the keyboard is seen in forced colours', async () => {
  onTestFinished(() => emulate('prefers-reduced-motion', undefined));
  await emulate('prefers-reduced-motion', 'reduce');
  show(<ModelPicker kind="video" />);
  expect(getComputedStyle(button()).transitionDuration).toBe('0s');
  await emulate('forced-colors', 'active');
  await open();
  await userEvent.keyboard('veo');
  expect(getComputedStyle(option(/^Veo 3.1 Google/)).outlineStyle).toBe('solid');
  await emulate('forced-colors', undefined);
});

test('brings no style element, which a strict policy would block', async () => {
  const before = document.querySelectorAll('style').length;
  show(<ModelPicker kind="video" />);
  await open();
  expect(document.querySelectorAll('style').length).toBe(before);
});

describe.each(flavours)('on $name', (flavour) => {
  const { useModelRecommendation, useModels } = flavour.hooks;

  function Page() {
    const [budget, setBudget] = useState(90);
    const recommendation = useModelRecommendation({ kind: 'video', prompt: 'waves in a storm', latencyBudgetSeconds: budget });
    return (
      <>
        <ModelPicker kind="video" models={useModels()} recommendation={recommendation} />
        <button type="button" onClick={() => setBudget(30)}>Sooner</button>
      </>
    );
  }

  test('the results of the hooks fit whole, and "Auto" follows what the brief says now', async () => {
    const gateway = createSimulatedGateway({ speed: 100 });
    onTestFinished(() => gateway.dispose());
    const client = createClient({ baseUrl: gateway.baseUrl, fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` }, storage: null });
    const App = appWith(flavour, client);
    render(
      <App>
        <Page />
      </App>,
    );
    await waitFor(() => expect(said('name')).toBe('Veo 3.1 Auto'));
    await userEvent.click(screen.getByText('Sooner'));
    await waitFor(() => expect(said('name')).toBe('Veo 3.1 Fast Auto'));
    expect(catalog.models.some(({ name }) => name === 'Veo 3.1 Fast')).toBe(true);
  });
});
