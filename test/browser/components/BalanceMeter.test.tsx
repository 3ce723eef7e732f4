import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { BalanceMeter, type BalanceResult, BytespikeProvider, type Client, createClient } from 'bytespike-react';
import { createSimulatedGateway } from 'bytespike-react/testing';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { balanceOf, balances } from '../../../stories/balance-meter/balances.js';
import { appWith, flavours } from '../../support/flavours.js';
import { emulate, setTheme, show, type Theme, violations } from './support.js';

const root = (): HTMLElement => document.querySelector('.bs-balance-meter')!;
const meter = (): HTMLElement => screen.getByRole('meter', { name: 'Balance' });

afterEach(() => {
  vi.useRealTimers();
  setTheme('light');
});

describe('one status drives text, data-status and ARIA', () => {
  const cases: readonly [keyof typeof balances, string, string][] = [
    ['plenty', 'ok', ''],
    ['held', 'ok', ''],
    ['low', 'low', 'Low'],
    ['empty', 'empty', 'Used up'],
    ['error', 'error', 'The balance could not be read.'],
    ['closed', 'closed', 'This app does not show a balance.'],
    ['unknown', 'unknown', ''],
  ];
  test.each(cases)('%s', (name, status, said) => {
    show(<BalanceMeter balance={balances[name]()} />);
    expect(root().dataset['status']).toBe(status);
    expect(screen.getByRole('status').textContent).toBe(said);
    expect(screen.queryByRole('meter') !== null).toBe(balances[name]().available !== undefined);
  });
});

test('the meter says what can be spent, what is held and whether that is low', () => {
  show(<BalanceMeter balance={balances.low()} />);
  expect(meter().getAttribute('aria-valuenow')).toBe('3.279');
  expect(meter().getAttribute('aria-valuetext')).toBe('$3.27 to spend, $0.21 held, low, below $5.00');
});

test('what is left is never rounded up', () => {
  const { rerender } = show(<BalanceMeter balance={balanceOf({ available: 0.29 })} />);
  expect(screen.getByText('$0.29')).toBeTruthy();
  rerender(<BalanceMeter balance={balanceOf({ available: 4.999999 })} />);
  expect(screen.getByText('$4.99')).toBeTruthy();
});

test('spending empties the bar: it is full at the most that was seen, rounded up, or where it is told', () => {
  const { rerender } = show(<BalanceMeter balance={balanceOf({ available: 31.4 })} />);
  const filled = () => document.querySelector('.bs-gauge-left')!.getBoundingClientRect().width / meter().clientWidth;
  expect(meter().getAttribute('aria-valuemax')).toBe('50');
  rerender(<BalanceMeter style={{ transition: 'none' }} balance={balanceOf({ available: 3 })} />);
  expect(meter().getAttribute('aria-valuemax')).toBe('50');
  rerender(<BalanceMeter max={6} balance={balanceOf({ available: 3 })} />);
  expect(meter().getAttribute('aria-valuemax')).toBe('6');
  document.getAnimations().forEach((animation) => animation.finish());
  expect(filled()).toBeCloseTo(0.5, 1);
});

test('an old figure says how old, and time passes without a render', () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  show(<BalanceMeter balance={balances.stale()} />);
  expect(root().dataset['stale']).toBe('');
  expect(screen.getByText(/^as of 5 min/)).toBeTruthy();
  act(() => void vi.advanceTimersByTime(60_000));
  expect(screen.getByText(/^as of 6 min/)).toBeTruthy();
});

test('getting low is said once, politely, and the compact form then offers to top up', async () => {
  const onTopUp = vi.fn<() => void>();
  const { rerender } = show(<BalanceMeter compact balance={balances.threshold()} onTopUp={onTopUp} />);
  const region = screen.getByRole('status');
  expect(region.textContent).toBe('');
  expect(screen.queryByRole('button')).toBeNull();
  rerender(<BalanceMeter compact balance={balances.low()} onTopUp={onTopUp} />);
  expect(screen.getByRole('status')).toBe(region);
  expect(region.textContent).toBe('Low');
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(onTopUp).toHaveBeenCalledOnce();
});

test('reading it again is driven by keyboard, and the focus is not lost when that succeeds', async () => {
  let answer = () => {};
  const refresh = vi.fn<() => Promise<void>>(() => new Promise((resolve) => (answer = resolve)));
  const { rerender } = show(<BalanceMeter balance={{ ...balances.error(), refresh }} />);
  await userEvent.tab();
  expect(document.activeElement?.textContent).toBe('Read again');
  await userEvent.keyboard(' ');
  expect(screen.getByRole('button').textContent).toBe('Reading');
  await userEvent.keyboard(' ');
  expect(refresh).toHaveBeenCalledOnce();
  await act(async () => answer());
  rerender(<BalanceMeter balance={{ ...balances.plenty(), refresh }} />);
  expect(root().contains(document.activeElement)).toBe(true);
});

test('its words, numbers and order follow the language', () => {
  render(
    <BytespikeProvider locale="de" messages={{ balance: { label: 'Guthaben', low: 'Knapp', asOf: (ago) => `Stand: ${ago}` } }}>
      <BalanceMeter balance={{ ...balances.low(), stale: true, updatedAt: Date.now() - 7 * 60_000 }} />
    </BytespikeProvider>,
  );
  expect(screen.getByRole('meter', { name: 'Guthaben' })).toBeTruthy();
  expect(root().textContent).toContain('3,27\u00a0$');
  expect(screen.getByText(/^Stand: vor 7/)).toBeTruthy();
});

describe.each(['light', 'dark', 'high-contrast'] as const)('in %s', (theme) => {
  test.each(Object.keys(balances) as (keyof typeof balances)[])('%s passes axe in both forms', async (name) => {
    setTheme(theme as Theme);
    const { container } = show(
      <>
        <BalanceMeter balance={balances[name]()} onTopUp={() => {}} />
        <BalanceMeter compact balance={balances[name]()} onTopUp={() => {}} />
      </>,
    );
    expect(await violations(container)).toEqual([]);
  });
});

test('fits 240 pixels, from right to left as well, and there fills from the right', () => {
  show(
    <div dir="rtl" style={{ inlineSize: 240 }}>
      {Object.entries(balances).map(([name, make]) => (
        <BalanceMeter key={name} max={50} balance={make()} onTopUp={() => {}} />
      ))}
    </div>,
  );
  const all = [...document.querySelectorAll('.bs-balance-meter')];
  expect(all).toHaveLength(Object.keys(balances).length);
  for (const each of all) expect(each.scrollWidth).toBeLessThanOrEqual(each.clientWidth);
  document.getAnimations().forEach((animation) => animation.finish());
  const [bar] = screen.getAllByRole('meter');
  const fill = bar!.querySelector('.bs-gauge-left')!.getBoundingClientRect();
  expect(fill.right).toBeCloseTo(bar!.getBoundingClientRect().right - 1, 0);
  expect(fill.left).toBeGreaterThan(bar!.getBoundingClientRect().left + 20);
});

test('nothing moves where motion is unwelcome, and nothing vanishes in forced colours', async () => {
  onTestFinished(() => emulate('prefers-reduced-motion', undefined));
  await emulate('prefers-reduced-motion', 'reduce');
  show(<BalanceMeter balance={balances.held()} />);
  expect(getComputedStyle(document.querySelector('.bs-gauge-left')!).transitionDuration).toBe('0s');
  await emulate('forced-colors', 'active');
  const colour = (part: string) => getComputedStyle(document.querySelector(part)!).backgroundColor;
  const parts = ['.bs-gauge-left', '.bs-gauge-held', '.bs-gauge-mark'].map(colour);
  expect(new Set([...parts, colour('.bs-gauge')]).size).toBe(4);
  await emulate('forced-colors', undefined);
});

describe.each(flavours)('on $name', (flavour) => {
  const { useBalance, useVideoTask } = flavour.hooks;

  function Page({ onBalance }: { onBalance: (balance: BalanceResult) => void }) {
    const balance = useBalance({ lowBelow: 5 });
    const video = useVideoTask();
    onBalance(balance);
    return (
      <>
        <BalanceMeter balance={balance} />
        <button type="button" onClick={() => void video.generate({ model: 'veo-3.1-fast', prompt: 'Tide [fail]', durationSeconds: 4 })}>Generate</button>
        <output>{video.status}</output>
      </>
    );
  }

  test('goes down when a clip is submitted, and reads as before when it fails', async () => {
    const gateway = createSimulatedGateway({ speed: 20, balance: 20 });
    onTestFinished(() => gateway.dispose());
    const client: Client = createClient({
      baseUrl: gateway.baseUrl,
      fetch: gateway.fetch,
      headers: { authorization: `Bearer ${gateway.apiKey}` },
      storage: null,
    });
    const App = appWith(flavour, client);
    const seen: (number | undefined)[] = [];
    render(
      <App>
        <Page onBalance={({ available }) => seen.push(available)} />
      </App>,
    );
    await waitFor(() => expect(meter().getAttribute('aria-valuenow')).toBe('20'));
    await userEvent.click(screen.getByRole('button', { name: 'Generate' }));
    await waitFor(() => expect(screen.getByText('failed')).toBeTruthy());
    await waitFor(() => expect(meter().getAttribute('aria-valuenow')).toBe('20'));
    expect(Math.min(...seen.filter((amount) => amount !== undefined))).toBeCloseTo(19.79, 6);
    expect(gateway.ledger.charges).toEqual([]);
  });
});
