import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { BytespikeProvider, catalog, CostPreview, type CostPreviewProps, estimateCost, overlayCatalog, previewCost } from 'bytespike-react';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { userEvent as keys } from 'vitest/browser';
import { balanceOf } from '../../../stories/balance-meter/balances.js';
import { clip, costOf, previews } from '../../../stories/cost-preview/previews.js';
import { emulate, setTheme, show, type Theme, violations } from './support.js';
import { figures, root } from './cost-preview-support.js';

afterEach(() => {
  vi.useRealTimers();
  setTheme('light');
});

describe('previewCost', () => {
  const longer = { ...clip, durationSeconds: 8 };

  test('lets go what is priced and can be paid', () => {
    expect(previewCost({ cost: costOf(clip), balance: { available: 31.4 } })).toMatchObject({ status: 'ready', canSubmit: true, shortfall: 0, balanceAfter: 31.19 });
  });

  test('holds back what the balance does not cover, by the most that it can cost', () => {
    const { cost } = previews.upTo();
    expect(cost.estimate).toMatchObject({ min: 0.03, max: 0.045 });
    expect(previewCost({ cost, balance: { available: 0.04 } })).toMatchObject({ status: 'short', canSubmit: false, balanceAfter: undefined });
    expect(previewCost({ cost: costOf(clip), balance: { available: 0.05 } }).shortfall).toBe(0.16);
  });

  test('leaves what nobody knows to the gateway', () => {
    expect(previewCost({ cost: costOf(clip), balance: { available: undefined } })).toMatchObject({ status: 'ready', canSubmit: true });
    expect(previewCost({ cost: costOf({ model: 'somebody-new', prompt: '' }) })).toMatchObject({ status: 'unpriced', canSubmit: true });
  });

  test('shows no price of other parameters, and with requirePreview sends nothing without its own', () => {
    const stale = { cost: costOf(clip), request: longer, balance: { available: 0.05 } };
    expect(previewCost(stale)).toMatchObject({ status: 'stale', canSubmit: true, estimate: undefined });
    expect(previewCost({ ...stale, requirePreview: true }).canSubmit).toBe(false);
    expect(previewCost({ cost: costOf({ model: 'somebody-new', prompt: '' }), requirePreview: true }).canSubmit).toBe(false);
    expect(previewCost({ cost: costOf(longer), request: longer, requirePreview: true }).canSubmit).toBe(true);
  });

  test.each([
    ['the prompt', { ...clip, prompt: 'Other words' }],
    ['the order of the fields, and fields without a value', Object.fromEntries([...Object.entries(clip).toReversed(), ['seed', undefined]]) as typeof clip],
  ])('does not mind %s', (_, request) => {
    expect(previewCost({ cost: costOf(clip), request, requirePreview: true }).status).toBe('ready');
  });
});

describe('shows', () => {
  test('the price, how it is made, the wait and what is left', () => {
    show(<CostPreview {...previews.ready()} />);
    expect(figures()).toEqual({
      'This clip': '$0.21',
      '4 s × $0.04 + $0.05 submit fee': 'exact',
      'Usual wait': '20–40 s',
      'Balance after': '$31.19',
    });
    expect(screen.getByText('Not billed if it fails. Free to cancel until it starts, then up to $0.21.')).toBeTruthy();
  });

  test('up to, where the card is silent, and nearly, where it is only not exact', () => {
    const { rerender } = show(<CostPreview {...previews.upTo()} />);
    expect(figures()['This image']).toBe('up to $0.045');
    const { cost } = previews.ready();
    rerender(<CostPreview cost={{ ...cost, estimate: { ...cost.estimate!, exact: false } }} />);
    expect(figures()['This clip']).toBe('≈ $0.21');
  });

  test('on demand which rate card says so, driven by keyboard', async () => {
    const live = overlayCatalog(catalog, {
      pricing: { asOf: '2026-11-02T00:00:00.000Z', rates: [{ model: clip.model, rates: { per_second: 0.06 } }] },
    });
    show(<CostPreview cost={{ request: clip, estimate: estimateCost(clip, live) }} />);
    expect(screen.getByText('The gateway’s rate card of November 2, 2026.').checkVisibility()).toBe(false);
    // Keys of the browser's own: a native disclosure does not open at made up ones.
    await keys.tab();
    await keys.keyboard('{Enter}');
    expect(screen.getByText('The gateway’s rate card of November 2, 2026.').checkVisibility()).toBe(true);
  });

  test('a synchronous image cannot be called back, one that is a task can', () => {
    const { rerender } = show(<CostPreview {...previews.images()} />);
    expect(screen.getByText(/cannot be called back/)).toBeTruthy();
    rerender(<CostPreview {...previews.images()} task={{ status: 'idle', via: 'task', request: undefined, images: [], error: undefined, cost: { billed: 'no' }, progress: {} }} />);
    expect(screen.getByText(/Free to cancel until it starts/)).toBeTruthy();
  });

  const runs: readonly [keyof typeof previews, Record<string, string>][] = [
    ['queued', { 'Cancelling now': 'free', 'Once it renders': 'up to $0.21' }],
    ['running', { 'Cancelling now': 'up to $0.21', 'Estimated by the gateway': '$0.21' }],
    ['completed', { Billed: '$0.21', 'Estimated by the gateway': '$0.21' }],
    ['cancelledFree', { Billed: 'nothing' }],
    ['cancelledBilled', { Billed: '$0.07', 'Estimated by the gateway': '$0.21' }],
    ['unknown', { Billed: 'not known yet' }],
  ];
  test.each(runs)('of one that is %s what it costs', (name, expected) => {
    show(<CostPreview {...(previews[name]() as CostPreviewProps)} />);
    expect(figures()).toMatchObject(expected);
  });
});

test('takes the same room from the submit to the end', () => {
  const heights = (['queued', 'running', 'completed', 'cancelledBilled'] as const).map((name) => {
    const { unmount } = show(<CostPreview {...previews[name]()} />);
    const { height } = root().getBoundingClientRect();
    unmount();
    return height;
  });
  expect(new Set(heights).size).toBe(1);
});

test('a shortfall says how much is missing, and leads to the top-up by keyboard', async () => {
  const onTopUp = vi.fn<() => void>();
  show(<CostPreview {...previews.short()} onTopUp={onTopUp} />);
  expect(root().dataset['status']).toBe('short');
  expect(root().dataset['submit']).toBe('blocked');
  expect(screen.getByText('$0.16 short')).toBeTruthy();
  await userEvent.tab();
  expect(document.activeElement?.textContent).toBe('Top up');
  await userEvent.keyboard('{Enter}');
  expect(onTopUp).toHaveBeenCalledOnce();
});

test('a change is said once the fingers rest, and only then', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const of = (durationSeconds: number) => <CostPreview cost={costOf({ ...clip, durationSeconds })} balance={balanceOf({ available: 31.4 })} />;
  const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
  const { rerender } = show(of(4));
  pass(5000);
  expect(screen.getByRole('status').textContent).toBe('');
  for (const seconds of [5, 6, 7]) {
    rerender(of(seconds));
    pass(500);
    expect(screen.getByRole('status').textContent).toBe('');
  }
  pass(800);
  expect(screen.getByRole('status').textContent).toBe('This clip: $0.33. Balance after: $31.07.');
});

test('its words, money and dates follow the language', () => {
  render(
    <BytespikeProvider locale="de" messages={{ cost: { balanceAfter: 'Guthaben danach', sourceText: ({ date }) => `Preisliste vom ${date}` } }}>
      <CostPreview {...previews.ready()} />
    </BytespikeProvider>,
  );
  expect(figures()['Guthaben danach']).toBe('31,19\u00a0$');
  expect(screen.getByText('Preisliste vom Mai 2026')).toBeTruthy();
});

describe.each(['light', 'dark', 'high-contrast'] as const)('in %s', (theme) => {
  test.each(Object.keys(previews) as (keyof typeof previews)[])('%s passes axe', async (name) => {
    setTheme(theme as Theme);
    const { container } = show(
      <div className="bs-card">
        <CostPreview {...(previews[name]() as CostPreviewProps)} onTopUp={() => {}} />
      </div>,
    );
    expect(await violations(container)).toEqual([]);
  });
});

test('fits 240 pixels, from right to left as well, where figures keep their own direction', () => {
  show(
    <div dir="rtl" style={{ inlineSize: 240 }}>
      {Object.entries(previews).map(([name, make]) => (
        <CostPreview key={name} {...(make() as CostPreviewProps)} onTopUp={() => {}} />
      ))}
    </div>,
  );
  const all = [...document.querySelectorAll('.bs-cost-preview')];
  expect(all).toHaveLength(Object.keys(previews).length);
  for (const each of all) expect(each.scrollWidth).toBeLessThanOrEqual(each.clientWidth);
  const sum = screen.getAllByText('4 s × $0.04 + $0.05 submit fee')[0]!.firstChild!;
  const at = (index: number) => {
    const range = document.createRange();
    range.setStart(sum, index);
    range.setEnd(sum, index + 1);
    return range.getBoundingClientRect().left;
  };
  expect(at(0)).toBeLessThan(at(2));
});

test('a shortfall keeps its border in forced colours', async () => {
  onTestFinished(() => emulate('forced-colors', undefined));
  await emulate('forced-colors', 'active');
  show(<CostPreview {...previews.short()} />);
  const { borderColor, backgroundColor } = getComputedStyle(document.querySelector('.bs-cost-notice')!);
  expect(borderColor).not.toBe(backgroundColor);
});
