import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { BatchGrid, type BatchResult, type Client, type BatchGridProps } from 'bytespike-react';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { batchOf, made, ways, waiting } from '../../../stories/batch-grid/batches.js';
import { flavours } from '../../support/flavours.js';
import { holdTime, LONG_SECONDS } from '../../support/held-time.js';
import { pngOf } from '../../support/png.js';
import { cells, grid, money, newPlace, rig, standing, submitsOf, visit } from './batch-grid-support.js';
import { listen } from './canvas-support.js';
import { emulate, picture, setTheme, show, violations } from './support.js';

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const focused = () => (document.activeElement as HTMLElement).dataset['key'];

beforeEach(async () => {
  setTheme('light');
  await page.viewport(1000, 900);
  // Colours on their way from one state to the next are in neither.
  await emulate('prefers-reduced-motion', 'reduce');
});

afterEach(() => emulate('prefers-reduced-motion', undefined));

describe.each(flavours)('a sheet on $name', (flavour) => {
  const open = (client: Client, more: Parameters<typeof visit>[2] = {}) => visit(flavour, client, more);

  it('shows what is made, says what it cost, and is there again on the next page', async () => {
    const { gateway, open: client } = rig();
    const persist = newPlace();
    const { container, unmount } = open(client(), { persist });
    expect(await screen.findByText('Nothing here yet')).toBeTruthy();
    await press('Begin');
    await standing('completed', 'completed', 'completed', 'completed');
    const spent = gateway.ledger.charges.reduce((sum, { amount }) => sum + amount, 0);
    expect(money()).toBe(`$${spent.toFixed(3)} billed`);
    expect(screen.getByRole('progressbar').getAttribute('aria-valuetext')).toBe('4 of 4 done');
    expect([grid().getAttribute('aria-rowcount'), grid().getAttribute('aria-colcount')]).toEqual(['3', '3']);
    expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(['a kettle', 'a cup']);
    expect(await violations(container)).toEqual([]);
    unmount();
    open(client(), { persist });
    await standing('completed', 'completed', 'completed', 'completed');
    expect(gateway.ledger.charges).toHaveLength(4);
  });

  it('pauses, goes on, and cancels the rest for what it says', async () => {
    const { gateway, open: client } = rig({ speed: 1 });
    open(client(), { input: { prompts: ['a kettle', 'a cup'], models: ['seedream-v5lite'], atOnce: 1 } });
    await screen.findByText('Nothing here yet');
    await press('Begin');
    await press(await screen.findByRole('button', { name: 'Pause' }).then(() => 'Pause'));
    expect(await screen.findByText('What is under way goes on. Nothing else is sent.')).toBeTruthy();
    await press('Go on');
    await waitFor(() => expect(screen.queryByText('Paused')).toBeNull());
    await press(/^Cancel the rest · /);
    await waitFor(() => expect(cells().map((cell) => cell.dataset['status'])).toContain('cancelled'));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Clear the sheet' })).toBeTruthy());
    await press('Clear the sheet');
    expect(await screen.findByText('Nothing here yet', { selector: '.bs-headline' })).toBeTruthy();
    expect(gateway.ledger.charges.length).toBeLessThanOrEqual(2);
  });

  it('makes once more what failed, and only that', async () => {
    const { gateway, open: client } = rig();
    gateway.inject({ kind: 'status', status: 403, processed: false, on: 'POST /v1/tasks/submit' });
    open(client(), { input: { prompts: ['a kettle', 'a cup'], models: ['seedream-v5lite'], atOnce: 1 } });
    await screen.findByText('Nothing here yet');
    await press('Begin');
    await standing('failed', 'completed');
    const sent = gateway.requests.filter(({ path }) => path === '/v1/tasks/submit').length;
    await userEvent.click(within(cells()[0]!).getByRole('button', { name: 'Try again' }));
    await standing('completed', 'completed');
    expect(gateway.requests.filter(({ path }) => path === '/v1/tasks/submit')).toHaveLength(sent + 1);
    expect(gateway.ledger.charges).toHaveLength(2);
  });

  it('says the turns of the whole, and not each cell', async () => {
    const { clock, pass } = holdTime();
    const { gateway, open: client } = rig({ speed: 1, clock });
    open(client());
    await screen.findByText('Nothing here yet');
    await press('Begin');
    await screen.findByRole('grid');
    await waitFor(() => expect(submitsOf(gateway)).toBe(4));
    const heard = listen();
    await pass(LONG_SECONDS);
    await standing('completed', 'completed', 'completed', 'completed');
    await waitFor(() => expect(heard).toEqual(['Done: Ready 4']));
  });
});

describe('a sheet by keyboard', () => {
  const open = (props: Partial<BatchGridProps> = {}) => show(<BatchGrid batch={batchOf({ cell: waiting })} {...props} />);
  const enter = async () => {
    await waitFor(() => grid());
    cells()[0]!.focus();
  };

  it('is one stop of the Tab key, and moves by arrows, Home, End and the page keys', async () => {
    open();
    await enter();
    expect(cells().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    const by = async (keys: string) => {
      await userEvent.keyboard(keys);
      return focused();
    };
    expect(await by('{ArrowRight}')).toBe('cell-0-1');
    expect(await by('{ArrowDown}')).toBe('cell-1-1');
    expect(await by('{End}')).toBe('cell-1-3');
    expect(await by('{Home}')).toBe('cell-1-0');
    expect(await by('{Control>}{End}{/Control}')).toBe('cell-3-3');
    expect(await by('{Control>}{Home}{/Control}')).toBe('cell-0-0');
    expect(await by('{PageDown}')).not.toBe('cell-0-0');
    expect(await by('{ArrowLeft}')).toBe(focused());
    expect(cells().filter(({ tabIndex }) => tabIndex === 0).map(({ dataset }) => dataset['key'])).toEqual([focused()]);
  });

  it('is mirrored from right to left', async () => {
    show(
      <div dir="rtl">
        <BatchGrid batch={batchOf({ cell: waiting })} />
      </div>,
    );
    await enter();
    await userEvent.keyboard('{ArrowLeft}');
    expect(focused()).toBe('cell-0-1');
  });

  it('selects by Space: any, or one of each prompt', async () => {
    const onPickedChange = vi.fn<(keys: readonly string[]) => void>();
    open({ onPickedChange });
    await enter();
    await userEvent.keyboard(' {ArrowRight} ');
    expect(onPickedChange.mock.lastCall?.[0]).toEqual(['cell-0-0', 'cell-0-1']);
    cleanup();
    open({ onPickedChange, marking: 'one-per-prompt' });
    await enter();
    await userEvent.keyboard(' {ArrowRight} {ArrowDown} ');
    expect(onPickedChange.mock.lastCall?.[0]).toEqual(['cell-0-1', 'cell-1-1']);
    cleanup();
    open({ onPickedChange, marking: 'none' });
    await enter();
    onPickedChange.mockClear();
    await userEvent.keyboard(' ');
    expect([onPickedChange.mock.calls, screen.queryByRole('checkbox')]).toEqual([[], null]);
  });

  it('opens a cell with all that is known of it, and gives the focus back', async () => {
    const batch = batchOf({ cell: (row, column) => (row + column === 0 ? ways.unknown() : waiting()) });
    show(<BatchGrid batch={batch} />);
    await enter();
    await userEvent.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'GPT-Image 2 · Medium' });
    expect(within(dialog).getByText(/may have been billed/)).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Check again' }));
    expect(batch.retry).toHaveBeenCalledWith('cell-0-0');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Next' }));
    expect(await screen.findByRole('dialog', { name: 'GPT-Image 2 · High' })).toBeTruthy();
    expect(within(dialog).getByText('Not sent yet, and nothing is billed.')).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel · free' }));
    expect(batch.cancel).toHaveBeenCalledWith('cell-0-1');
    expect(await violations(dialog)).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(focused()).toBe('cell-0-0'));
  });

  it('keeps the cell of the keyboard where only what is seen is drawn, and reaches the last', async () => {
    const batch = batchOf({ rows: Array.from({ length: 125 }, (_, at) => `Prompt ${at}`), cell: waiting });
    const { container } = show(<BatchGrid batch={batch} />);
    await waitFor(() => expect(container.querySelector('[data-virtual]')).not.toBeNull());
    await enter();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await waitFor(() => expect(focused()).toBe('cell-124-3'));
    expect(cells().length).toBeLessThan(100);
    grid().scrollTop = 0;
    fireEvent.scroll(grid());
    await waitFor(() => expect(screen.getByText('Prompt 0')).toBeTruthy());
    expect(focused()).toBe('cell-124-3');
    await userEvent.keyboard('{ArrowUp}');
    await waitFor(() => expect(focused()).toBe('cell-123-3'));
    await waitFor(() => {
      const [cell, box] = [document.activeElement!.getBoundingClientRect(), grid().getBoundingClientRect()];
      expect({ above: Math.max(0, box.top - cell.top), below: Math.max(0, cell.bottom - box.bottom) }).toEqual({ above: 0, below: 0 });
    });
  });
});

describe('saving a batch', () => {
  /** What was handed to the person as a file. */
  const files = () => {
    const saved: { name: string; bytes: Blob }[] = [];
    const blobs = new Map<string, Blob>();
    const addresses = vi.spyOn(URL, 'createObjectURL').mockImplementation((bytes) => {
      const url = `blob:saved-${blobs.size}`;
      blobs.set(url, bytes as Blob);
      return url;
    });
    const clicks = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, bytes: blobs.get(this.href)! });
    });
    onTestFinished(() => [addresses, clicks].forEach((spy) => spy.mockRestore()));
    return saved;
  };

  test('in one file, with names that say what they are, and says which could not be read', async () => {
    const url = `data:image/png;base64,${btoa(String.fromCharCode(...new Uint8Array(await (await pngOf(8, 8)).arrayBuffer())))}`;
    const asset = { kind: 'image', url } as const;
    const batch = batchOf({ cell: (row, column) => (row === 0 ? (column === 1 ? made({ kind: 'image', url: 'data:image/png;base64,***' }) : made(asset)) : waiting()) });
    show(<BatchGrid batch={batch} />);
    const saved = files();
    await press(await screen.findByRole('button', { name: 'As ZIP' }).then(() => 'As ZIP'));
    await screen.findByText('3 of 4 saved', { selector: '.bs-gallery-selected' });
    expect(screen.getByText('Its data arrived damaged.')).toBeTruthy();
    expect(saved.map(({ name }) => name)).toEqual(['batch.zip']);
    const text = new TextDecoder('latin1').decode(await saved[0]!.bytes.arrayBuffer());
    // As the directory at its end has them, after 46 bytes about each.
    const names = text.split('PK\u0001\u0002').slice(1).map((entry) => /^[\w.-]+?\.png/.exec(entry.slice(42))?.[0]);
    expect(names).toEqual(['1-a-red-kettle-on-oak-gpt-image-2-medium.png', '1-a-red-kettle-on-oak-seedream-v4-5.png', '1-a-red-kettle-on-oak-nano-banana-2.png']);
  });

  test('nothing is handed over where nothing could be read', async () => {
    show(<BatchGrid batch={batchOf({ cell: (row, column) => (row + column === 0 ? made({ kind: 'image', url: 'https://gone.invalid/a.png', expiresAt: Date.now() - 1000 }) : waiting()) })} />);
    const saved = files();
    const asked = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    onTestFinished(() => asked.mockRestore());
    await press(await screen.findByRole('button', { name: 'As ZIP' }).then(() => 'As ZIP'));
    await screen.findByText('The link no longer works.');
    expect(saved).toEqual([]);
  });

  test('what is selected alone, each as a file', async () => {
    const url = await picture(8, 8);
    show(<BatchGrid batch={batchOf({ cell: () => made({ kind: 'image', url }) })} defaultPicked={['cell-0-1', 'cell-2-3']} />);
    await screen.findByRole('grid');
    const saved = files();
    await press(/^Download/);
    await screen.findByText('All 2 saved', { selector: '.bs-gallery-selected' });
    expect(saved.map(({ name }) => name)).toEqual(['1-a-red-kettle-on-oak-gpt-image-2-high.png', '3-a-white-kettle-on-linen-nano-banana-2.png']);
  });
});

describe('what is not known', () => {
  const open = (batch: BatchResult) => show(<BatchGrid batch={batch} />);

  it('is said: what may have been billed, and what all of it may come to', async () => {
    open(batchOf({ columns: [{ model: 'somebody-new-1' }], cell: (row) => (row === 0 ? ways.unknown() : waiting()) }));
    await screen.findByRole('grid');
    expect(money()).toBe('$0.00 billed1 billed or perhaps billed, amount not toldWhat all of it may cost is not known');
    expect(within(cells()[0]!).getByText('May be billed')).toBeTruthy();
  });

  it('compares two that are selected', async () => {
    const url = await picture(64, 64);
    show(<BatchGrid batch={batchOf({ cell: () => made({ kind: 'image', url }) })} defaultPicked={['cell-0-1', 'cell-0-3']} />);
    await press(await screen.findByRole('button', { name: 'Compare both' }).then(() => 'Compare both'));
    const dialog = screen.getByRole('dialog', { name: 'Compare both' });
    expect(within(dialog).getByText('GPT-Image 2 · High')).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Compare both'));
  });
});
