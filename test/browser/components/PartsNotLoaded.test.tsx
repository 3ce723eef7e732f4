import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { AssetViewer, BatchGrid, BytespikeProvider, CompareAssets, ConversationCanvas, createClient, UsageChart } from 'bytespike-react';
import { expect, test, vi } from 'vitest';
import { clip } from '../../../stories/generated.js';
import { batchOf, waiting } from '../../../stories/batch-grid/batches.js';
import { conversationOf } from '../../../stories/conversation-canvas/turns.js';
import { embedded } from '../../../stories/fixtures.js';
import { usages } from '../../../stories/usage-chart/usages.js';
import { show, violations } from './support.js';

const broken = vi.hoisted(() => () => {
  throw new Error('The part could not be loaded.');
});
vi.mock('../../../src/components/conversation-canvas/Canvas.js', broken);
vi.mock('../../../src/components/usage-chart/Chart.js', broken);
vi.mock('../../../src/components/batch-grid/Opened.js', broken);
vi.mock('../../../src/components/compare-assets/SyncControls.js', broken);
vi.mock('../../../src/components/asset-viewer/tools/frame.js', broken);

test('a canvas that cannot be loaded says so, and is asked for again', async () => {
  const { container } = show(<ConversationCanvas conversation={conversationOf([])} />);
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('The conversation could not be loaded. Check the connection and try again.'));
  expect(await violations(container)).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy());
});

test('a chart that cannot be loaded says so, and is asked for again', async () => {
  const { container } = show(<UsageChart usage={usages.days()} />);
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('The chart could not be loaded. Check the connection and try again.'));
  expect(await violations(container)).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy());
});

test('a cell that cannot be shown large says so, and is asked for again with the next press', async () => {
  show(<BatchGrid batch={batchOf({ cell: waiting })} />);
  const [cell] = await screen.findAllByRole('gridcell');
  await userEvent.click(cell!);
  await waitFor(() => expect(screen.getByText('This could not be loaded. Check the connection and try again.', { selector: '.bs-notice' })).toBeTruthy());
  await userEvent.click(cell!);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('two clips whose common controls cannot be loaded have their own', async () => {
  const [asset] = await clip('Tide coming in over black rocks', '16:9');
  show(<CompareAssets first={{ asset: asset! }} second={{ asset: asset! }} />);
  await waitFor(() => expect([...document.querySelectorAll('video')].map(({ controls }) => controls)).toEqual([true, true]));
  expect(document.querySelector('.bs-compare-controls')).toBeNull();
});

test('a frame for which the part is not there is not taken, and the button says so', async () => {
  const made = vi.fn<() => void>();
  show(
    <BytespikeProvider client={createClient({ baseUrl: '/api/bytespike' })}>
      <AssetViewer assets={[embedded]} reuse={{ clip: made }} />
    </BytespikeProvider>,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Make a clip of it' }));
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('This could not be loaded. Check the connection and try again.'));
  expect(screen.queryByRole('button', { name: 'Cancel the upload' })).toBeNull();
  expect(made).not.toHaveBeenCalled();
});
