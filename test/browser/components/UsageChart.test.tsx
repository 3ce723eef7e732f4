import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { BytespikeProvider, createClient, UsageChart, type UsageChartProps, type UsageQuery } from 'bytespike-react';
import { messages as ar } from 'bytespike-react/locales/ar';
import { createSimulatedGateway } from 'bytespike-react/testing';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { spentOn, usageOf, usages } from '../../../stories/usage-chart/usages.js';
import { appWith, flavours } from '../../support/flavours.js';
import { setTheme, show, type Theme, violations } from './support.js';

const root = (): HTMLElement => document.querySelector('.bs-usage-chart')!;
const slider = (): Promise<HTMLElement> => screen.findByRole('slider');
const said = (element: HTMLElement): string | null => element.getAttribute('aria-valuetext');
const DAYS = { '2026-11-01': 1, '2026-11-02': 4, '2026-11-04': 0.012 };
const november: UsageQuery = { groupBy: 'day', since: Date.UTC(2026, 9, 15) };
const days = () => usageOf({ usage: spentOn(DAYS), query: november });
const width = (element: Element) => element.getBoundingClientRect().width;

/** In Arabic, whose page runs from right to left. */
function showInArabic(props: UsageChartProps) {
  document.documentElement.dir = 'rtl';
  return render(
    <BytespikeProvider locale="ar" messages={ar}>
      <UsageChart {...props} />
    </BytespikeProvider>,
  );
}

afterEach(() => {
  vi.useRealTimers();
  setTheme('light');
  document.documentElement.removeAttribute('dir');
});

describe('one status drives text and data-status', () => {
  test.each<[keyof typeof usages, string, string]>([
    ['loading', 'loading', 'Loading what was spent'],
    ['closed', 'closed', 'This app does not show it.'],
    ['error', 'error', 'What was spent could not be read.'],
    ['empty', 'empty', 'Nothing was spent in this time.'],
    ['stale', 'stale', 'It could not be read again. This is of before.'],
    ['days', 'ready', ''],
  ])('%s', async (name, status, text) => {
    show(<UsageChart usage={usages[name]()} />);
    expect(root().dataset['status']).toBe(status);
    await waitFor(() => expect(root().querySelector('.bs-usage-head')).not.toBeNull());
    expect(screen.getByRole('status').textContent).toBe(text);
    expect(screen.queryByRole('slider') !== null).toBe(['stale', 'ready'].includes(status));
  });
});

test('what could not be read is read again by a button', async () => {
  const refresh = vi.fn<() => Promise<void>>(() => Promise.resolve());
  show(<UsageChart usage={{ ...usages.error(), refresh }} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(refresh).toHaveBeenCalledOnce();
});

test('the bars are read out one by one by keys, and none of them is passed by', async () => {
  show(<UsageChart usage={days()} />);
  const plot = await slider();
  expect([plot.getAttribute('aria-valuenow'), plot.getAttribute('aria-valuemax'), said(plot)]).toEqual(['4', '4', 'Nov 4: $0.012, calls: 1']);
  await userEvent.tab();
  expect(document.activeElement).toBe(plot);
  const heard: unknown[] = [];
  for (const key of ['{ArrowLeft}', '{ArrowLeft}', '{Home}', '{ArrowDown}', '{ArrowUp}', '{PageUp}', '{PageDown}', '{End}', '{ArrowRight}']) {
    await userEvent.keyboard(key);
    heard.push(plot.getAttribute('aria-valuenow'));
    // Who sees it reads the same.
    expect(screen.getByText(said(plot) ?? '')).toBeTruthy();
  }
  expect(heard).toEqual(['3', '2', '1', '1', '2', '4', '1', '4', '4']);
  await userEvent.keyboard('{ArrowLeft}');
  expect(said(plot)).toBe('Nov 3: $0.00, calls: 0');
  await userEvent.tab();
  expect(screen.getByText('Nov 4: $0.012, calls: 1')).toBeTruthy();
});

test('from right to left time runs as the page does, and so do arrows and pointer', async () => {
  showInArabic({ usage: days() });
  const plot = await slider();
  const bars = plot.querySelector('svg')!;
  expect(getComputedStyle(bars).transform).toMatch(/^matrix\(-1/);
  plot.focus();
  await userEvent.keyboard('{ArrowLeft}');
  expect(plot.getAttribute('aria-valuenow')).toBe('4');
  await userEvent.keyboard('{ArrowRight}');
  expect(plot.getAttribute('aria-valuenow')).toBe('3');
  const { right, top } = plot.getBoundingClientRect();
  await userEvent.pointer({ target: plot, coords: { clientX: right - 3, clientY: top + 5 } });
  expect(plot.getAttribute('aria-valuenow')).toBe('1');
});

test('the bar below the pointer is read out, and none once it has left', async () => {
  show(<UsageChart usage={days()} />);
  const plot = await slider();
  const { left, top } = plot.getBoundingClientRect();
  const user = userEvent.setup();
  await user.pointer({ target: plot, coords: { clientX: left + width(plot) * 0.3, clientY: top + 5 } });
  expect(screen.getByText('Nov 2: $4.00, calls: 16')).toBeTruthy();
  await user.pointer({ target: document.body, coords: { clientX: 0, clientY: 0 } });
  expect(screen.queryByText('Nov 2: $4.00, calls: 16')).toBeNull();
});

test('every figure is in a table, which is heard always and seen when it is asked for', async () => {
  show(<UsageChart usage={days()} />);
  await slider();
  const cells = () => within(screen.getByRole('table')).getAllByRole('row').map((row) => row.textContent);
  expect(cells()).toEqual(['DaySpentCalls', 'Nov 1, 2026$1.004', 'Nov 2, 2026$4.0016', 'Nov 3, 2026$0.000', 'Nov 4, 2026$0.0121']);
  expect(width(root().querySelector('.bs-usage-rows')!)).toBe(1);
  await userEvent.click(screen.getByRole('button', { name: 'Table', pressed: false }));
  expect(width(root().querySelector('.bs-usage-rows')!)).toBeGreaterThan(100);
});

test('by model and by key it is a table with bars, the dearest first', async () => {
  show(<UsageChart usage={days()} byModel={usages.models()} byKey={usages.keys()} />);
  await slider();
  await userEvent.click(screen.getByRole('radio', { name: 'Key' }));
  expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(['video', 'images', 'Other keys']);
  await userEvent.click(screen.getByRole('radio', { name: 'Model' }));
  expect(screen.getAllByRole('row')[1]?.textContent).toBe('veo-3.1-fast$23.6095');
  const [first, second] = [...root().querySelectorAll('.bs-usage-part path')].map(width);
  expect((second ?? 0) / (first ?? 1)).toBeCloseTo(11.24 / 23.6, 2);
  // The sum stays that of what was given as the usage.
  expect(screen.getByText('$5.01')).toBeTruthy();
});

describe('what the month may come to', () => {
  const now = (day: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, day) });

  test('is said as a guess, with how it was made', async () => {
    now(11);
    show(<UsageChart usage={usageOf({ usage: spentOn({ '2026-11-01': 1.5, '2026-11-02': 3 }), query: november })} />);
    await slider();
    expect(root().querySelector('.bs-usage-forecast')?.textContent).toBe('At this pace about $14 by Nov 30 A guess: $4.50 in 10 of 30 days, and so on.');
  });

  test('is called unknown where too little is known, and where a key did not tell', async () => {
    now(2);
    const { rerender } = show(<UsageChart usage={days()} />);
    expect(await screen.findByText(/^What this month will cost is unknown/)).toBeTruthy();
    now(11);
    rerender(<UsageChart usage={usageOf({ usage: spentOn(DAYS, { missing: ['video'] }), query: november })} />);
    expect(await screen.findByText('Not known of: video')).toBeTruthy();
    expect(root().querySelector('.bs-usage-sum')?.textContent).toBe('At least $5.01');
    expect(root().querySelector('.bs-usage-forecast')).toBeNull();
  });
});

test('hours are told by the clock of who reads them where the gateway says their zone, days as it counts them', async () => {
  const { rerender } = show(<UsageChart usage={usageOf({ usage: spentOn({ '2026-11-01T10:00:00Z': 1 }), query: { groupBy: 'hour' } })} />);
  const here = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }).format(Date.UTC(2026, 10, 1, 10));
  expect(said(await slider())).toBe(`${here}: $1.00, calls: 4`);
  rerender(<UsageChart usage={usageOf({ usage: spentOn({ '2026-11-01T10:00:00': 1 }), query: { groupBy: 'hour' } })} />);
  expect(said(await slider())).toMatch(/^Nov 1, 10:00\sAM: /);
  rerender(<UsageChart usage={days()} />);
  expect(said(await slider())).toMatch(/^Nov 4: /);
});

test('in print there is the table as well, in black, and no buttons', async () => {
  setTheme('dark');
  show(<UsageChart usage={days()} byModel={usages.models()} />);
  await slider();
  await cdp().send('Emulation.setEmulatedMedia', { media: 'print' });
  try {
    const rows = root().querySelector('.bs-usage-rows')!;
    const { position, clipPath, overflow, whiteSpace } = getComputedStyle(rows);
    expect([width(rows) > 100, position, clipPath, overflow, whiteSpace]).toEqual([true, 'static', 'none', 'visible', 'normal']);
    expect([...root().querySelectorAll('*')].filter((each) => each.checkVisibility() && getComputedStyle(each).color !== 'rgb(0, 0, 0)').map(({ className }) => className)).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Table' })).toBeNull();
    expect(getComputedStyle(root()).backgroundColor).toBe('rgba(0, 0, 0, 0)');
  } finally {
    await cdp().send('Emulation.setEmulatedMedia', { media: '' });
  }
});

describe('axe finds nothing', () => {
  const shown = Object.entries(usages).flatMap(([name, make]) => (['light', 'dark'] as const).map((theme) => [name, theme, make] as const));
  test.each<readonly [string, Theme, () => ReturnType<typeof usageOf>]>(shown)('%s, %s', async (_, theme, make) => {
    setTheme(theme);
    const { container } = show(<UsageChart usage={make()} byModel={usages.models()} />);
    await waitFor(() => expect(root().querySelector('.bs-usage-head')).not.toBeNull());
    expect(await violations(container)).toEqual([]);
  });
});

describe.each(flavours)('with the hooks of $name', (flavour) => {
  const { useUsage, useImageGeneration } = flavour.hooks;
  test('a picture is seen in the sum and with its model once it is read again', async () => {
    const gateway = createSimulatedGateway({ speed: 1000 });
    function Spending() {
      const usage = useUsage();
      const byModel = useUsage({ groupBy: 'model' });
      const image = useImageGeneration();
      const spend = async () => {
        await image.generate({ model: 'seedream-v5lite', prompt: 'a lighthouse' });
        await Promise.all([usage.refresh(), byModel.refresh()]);
      };
      return (
        <>
          <button type="button" onClick={() => void spend()}>
            Spend
          </button>
          <UsageChart usage={usage} byModel={byModel} />
        </>
      );
    }
    const client = createClient({ baseUrl: gateway.baseUrl, fetch: gateway.fetch, storage: null, headers: { authorization: `Bearer ${gateway.apiKey}` } });
    render(<Spending />, { wrapper: appWith(flavour, client) });
    expect(await screen.findByText('Nothing was spent in this time.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Spend' }));
    expect(said(await slider())).toContain('$0.012, calls: 1');
    await userEvent.click(screen.getByRole('radio', { name: 'Model' }));
    expect(screen.getByRole('rowheader').textContent).toBe('seedream-v5lite');
    expect(gateway.ledger.charges.map(({ amount }) => amount)).toEqual([0.012]);
  });
});
