import { screen, waitFor } from '@testing-library/react';
import { AssetGallery, type AssetGalleryProps, createClient, type TaskRecord, taskStore } from 'bytespike-react';
import { useAssetSearch, useTasks } from 'bytespike-react/react-query';
import { createSimulatedGateway, type SimulatedGatewayOptions } from 'bytespike-react/testing';
import { expect, onTestFinished, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { appWith, flavours } from '../../support/flavours.js';
import { clipOf } from '../../support/search-rig.js';
import { setTheme, show, violations } from './support.js';

const PROMPTS = ['A car at dusk', 'A cat on a chair', 'A kettle', '海边的灯塔'];

function Gallery(props: Partial<AssetGalleryProps>) {
  return <AssetGallery {...props} tasks={useTasks()} search={useAssetSearch()} />;
}

async function rig(options: SimulatedGatewayOptions = {}, props: Partial<AssetGalleryProps> = {}) {
  setTheme('light');
  const gateway = createSimulatedGateway({ speed: 1000, ...options });
  onTestFinished(() => gateway.dispose());
  const client = createClient({ baseUrl: gateway.baseUrl, fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` }, storage: null });
  PROMPTS.forEach((prompt, age) => taskStore(client).put(clipOf(prompt, age)));
  const other = clipOf('An automobile by another model', 9);
  taskStore(client).put({ ...other, request: { ...other.request, model: 'seedance-2.0-fast' } });
  const App = appWith(flavours[0]!, client);
  show(
    <App>
      <Gallery {...props} />
    </App>,
  );
  await screen.findByText(/^Reads 5 prompts first/);
  const calls = () => gateway.requests.filter(({ path }) => /embeddings|rerank/.test(path)).map(({ path }) => path);
  return { gateway, client, calls };
}

const toggle = () => screen.getByRole('button', { name: 'Search by meaning' });
const prompts = () => [...document.querySelectorAll('[role="gridcell"]')].map((tile) => PROMPTS.find((prompt) => tile.getAttribute('aria-label')?.includes(prompt) || tile.textContent?.includes(prompt)));
const said = () => screen.queryAllByRole('status').map(({ textContent }) => textContent).filter(Boolean);

/** All that is said from now on. */
function listen(): string[] {
  const heard: string[] = [];
  let last = said().join(' | ');
  const observer = new MutationObserver(() => {
    const now = said().join(' | ');
    if (now !== last) heard.push(now);
    last = now;
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  onTestFinished(() => observer.disconnect());
  return heard;
}

test('asks nobody until a person wishes it, and says what that takes', async () => {
  const { calls } = await rig();
  await userEvent.type(screen.getByRole('searchbox'), 'kettle');
  await waitFor(() => expect(prompts()).toEqual(['A kettle']));
  await waitFor(() => expect(said()).toEqual(['1 of 5 items. Found by words']));
  expect(toggle()).toHaveAttribute('aria-pressed', 'false');
  expect(screen.getByText('Found by words · Reads 5 prompts first. What it costs is not known.')).toBeVisible();
  expect(calls()).toEqual([]);
});

test('finds by meaning in that order, says so once, and goes back to the words', async () => {
  const { calls } = await rig();
  toggle().focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(calls()).toEqual(['/v1/embeddings']));
  await waitFor(() => expect(toggle()).toHaveAttribute('aria-pressed', 'true'));
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  const heard = listen();
  // At once: where letters come slowly, some of them are a question of their own.
  await userEvent.fill(screen.getByRole('searchbox'), 'motorcar');
  expect(await screen.findByText('Found by meaning')).toBeVisible();
  await waitFor(() => expect(prompts()[0]).toBe('A car at dusk'));
  await waitFor(() => expect(said()).toEqual(['5 items. Found by meaning']));
  expect(heard.filter((text) => text !== '')).toEqual(['5 items. Found by meaning']);
  expect(await violations(document.querySelector<HTMLElement>('.bs-gallery')!)).toEqual([]);
  await userEvent.click(toggle());
  await waitFor(() => expect(document.querySelectorAll('[role="gridcell"]')).toHaveLength(0));
  expect(calls()).toHaveLength(3);
});

test('finds among what the other filters leave', async () => {
  await rig();
  await userEvent.click(toggle());
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Model' }), 'seedance-2.0-fast');
  await userEvent.type(screen.getByRole('searchbox'), 'motorcar');
  await waitFor(() => expect(said()).toEqual(['1 of 5 items. Found by meaning']));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Model' }), 'Any model');
  await waitFor(() => expect(document.querySelectorAll('[role="gridcell"]')).toHaveLength(5));
});

test('says why it goes by the words where the gateway does not have it', async () => {
  const { calls } = await rig({ embeddings: false });
  await userEvent.click(toggle());
  await userEvent.type(screen.getByRole('searchbox'), 'kettle');
  await waitFor(() => expect(said()).toEqual(['1 of 5 items. Found by words. Search by meaning is not available here']));
  expect(calls()).toEqual(['/v1/embeddings']);
});

test('shows what is removed no longer, and opens and selects what was found', async () => {
  const opened: TaskRecord[] = [];
  const { client } = await rig({}, { onOpen: (task) => opened.push(task) });
  await userEvent.click(toggle());
  await userEvent.fill(screen.getByRole('searchbox'), 'feline');
  // A tile that moves under a press is pressed by nobody.
  await waitFor(() => expect(said()).toEqual(['5 items. Found by meaning']));
  expect(prompts()[0]).toBe('A cat on a chair');
  await userEvent.click(document.querySelector('[role="gridcell"]')!);
  expect(opened[0]).toMatchObject({ request: { prompt: 'A cat on a chair' } });
  taskStore(client).remove(opened[0]!.outTaskId);
  await waitFor(() => expect(prompts()).not.toContain('A cat on a chair'));
});
