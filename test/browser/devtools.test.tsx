import { TanStackDevtools } from '@tanstack/react-devtools';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createClient, type TaskStore, taskStore } from 'bytespike-react';
import { BytespikeDevtools, createDevtools } from 'bytespike-react/devtools';
import { createSimulatedGateway, type Fault } from 'bytespike-react/testing';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { flavours, appWith } from '../support/flavours.js';
import { createMemoryStorage } from '../support/memory-storage.js';

const REQUEST = { model: 'veo-3.1-fast', prompt: 'Steam over a bowl of ramen', durationSeconds: 4 } as const;

function rig(faults: readonly Fault[] = []) {
  const devtools = createDevtools({ fetch: (request) => gateway.fetch(request) });
  devtools.pace.set(100);
  const gateway = createSimulatedGateway({ speed: devtools.speed, faults });
  onTestFinished(() => gateway.dispose());
  const client = createClient({ baseUrl: gateway.baseUrl, fetch: devtools.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` }, storage: createMemoryStorage(), scope: 'ann' });
  return { devtools, gateway, client };
}

const panel = () => within(screen.getByRole('region', { name: 'ByteSpike devtools' }));

describe.each(flavours)('the devtools, on $name', (flavour) => {
  function Page({ devtools, gateway }: Pick<ReturnType<typeof rig>, 'devtools' | 'gateway'>) {
    const video = flavour.hooks.useVideoTask({});
    return (
      <>
        <button type="button" onClick={() => void video.generate(REQUEST).catch(() => undefined)}>
          Film it
        </button>
        <BytespikeDevtools devtools={devtools} gateway={gateway} />
      </>
    );
  }

  it('show a wish whose answer was lost: sent twice under one key, made once, and what it cost', async () => {
    const { devtools, gateway, client } = rig([{ kind: 'reset-after-body', on: 'POST /v1/tasks/submit' }]);
    render(<Page devtools={devtools} gateway={gateway} />, { wrapper: appWith(flavour, client) });
    expect(panel().getByText('Nothing was asked for yet.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Film it' }));
    const wish = within(await panel().findByRole('region', { name: `Wish ${REQUEST.prompt}` }));
    await waitFor(() => expect(wish.getByText('$0.21 (billed: yes)')).toBeVisible());
    const [record] = taskStore(client).list();
    expect(wish.getByText(record!.outTaskId)).toBeVisible();
    expect(wish.getByText('up to $0.21 by the catalog')).toBeVisible();
    expect(wish.getByText(/^[12]× under one key, answer lost 1×$/)).toBeVisible();
    expect(panel().getByText(/^Charges: 1, \$0.21 billed, \$24.79 left, \$0 held$/)).toBeVisible();
    const rows = wish.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(rows[0]).toMatch(/^submit\+0 ms · lost/);
    expect(rows.length).toBe(devtools.traffic.get().filter(({ outTaskId, taskId }) => outTaskId === record!.outTaskId || taskId === record!.taskId).length);
  });

  it('inject a fault for the next request, and set the pace', async () => {
    const { devtools, gateway, client } = rig();
    render(<Page devtools={devtools} gateway={gateway} />, { wrapper: appWith(flavour, client) });
    const inject = vi.spyOn(gateway, 'inject');
    await userEvent.selectOptions(panel().getByRole('combobox', { name: 'Fault' }), 'status');
    await userEvent.click(panel().getByRole('button', { name: 'Inject for the next request' }));
    expect(inject).toHaveBeenCalledWith({ kind: 'status', status: 503 });
    await userEvent.selectOptions(panel().getByRole('combobox', { name: 'Pace' }), '20×');
    expect(devtools.speed()).toBe(20);
    await userEvent.click(screen.getByRole('button', { name: 'Film it' }));
    await waitFor(() => expect(devtools.traffic.get().map(({ status }) => status)).toContain(503));
    await userEvent.click(panel().getByRole('button', { name: 'Clear' }));
    await waitFor(() => expect(gateway.ledger.charges).toHaveLength(1));
  });

  it('are a plugin of TanStack Devtools', async () => {
    const { devtools, gateway, client } = rig();
    const plugin = { id: 'bytespike', name: 'ByteSpike', render: <BytespikeDevtools devtools={devtools} gateway={gateway} />, defaultOpen: true };
    render(<TanStackDevtools config={{ defaultOpen: true, requireUrlFlag: false }} plugins={[plugin]} />, { wrapper: appWith(flavour, client) });
    expect(await screen.findByRole('region', { name: 'ByteSpike devtools' })).toBeInTheDocument();
  });
});

it('the devtools follow nothing: a task of before is shown, and not asked for', async () => {
  const { devtools, gateway, client } = rig();
  const store: TaskStore = taskStore(client);
  store.put({ version: 1, outTaskId: 'before', taskId: 'task_before', request: REQUEST, createdAt: 0, snapshot: { taskId: 'task_before', status: 'running', assets: [], cost: { billed: 'no' } } });
  const [flavour] = flavours;
  render(<BytespikeDevtools devtools={devtools} gateway={gateway} />, { wrapper: appWith(flavour!, client) });
  expect(panel().getByText('It was asked for before this page was watched.')).toBeVisible();
  await act(() => client.balance());
  expect(devtools.traffic.get().map((one) => one.for)).toEqual(['account']);
});
