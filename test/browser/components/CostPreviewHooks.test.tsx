import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { BytespikeError, CostPreview, createClient, previewCost } from 'bytespike-react';
import { createSimulatedGateway, type GatewayClock } from 'bytespike-react/testing';
import { useState } from 'react';
import { describe, expect, onTestFinished, test } from 'vitest';
import { videoStates } from '../../../stories/fixtures.js';
import { clip, previews } from '../../../stories/cost-preview/previews.js';
import { appWith, flavours } from '../../support/flavours.js';
import { holdTime, waitsOf } from '../../support/held-time.js';
import { show } from './support.js';
import { figures, root } from './cost-preview-support.js';

let gateways = 0;

describe.each(flavours)('on $name', (flavour) => {
  const { useBalance, useCostEstimate, useVideoTask } = flavour.hooks;

  function Page() {
    const [seconds, setSeconds] = useState(4);
    const [model, setModel] = useState<string>(clip.model);
    const request = { ...clip, model, prompt: 'Tide coming in [slow]', durationSeconds: seconds };
    const balance = useBalance();
    const video = useVideoTask();
    const preview = { request, cost: useCostEstimate(request), balance, requirePreview: true };
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (previewCost(preview).canSubmit) void video.generate(request);
        }}
      >
        <input aria-label="Seconds" type="number" value={seconds} onChange={(event) => setSeconds(event.target.valueAsNumber || 0)} />
        <input aria-label="Model" value={model} onChange={(event) => setModel(event.target.value)} />
        <CostPreview {...preview} task={video} />
        <button type="submit">Generate</button>
        <button type="button" onClick={() => void video.cancel()}>
          Cancel
        </button>
        <output>{video.status}</output>
      </form>
    );
  }

  function start(balance: number, clock?: GatewayClock) {
    // Tasks of their own names: a page that follows a task keeps others on it from following the same one.
    const gateway = createSimulatedGateway({ seed: ++gateways, ...(clock ? { clock } : { speed: 20 }), balance });
    onTestFinished(() => gateway.dispose());
    const client = createClient({ baseUrl: gateway.baseUrl, fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` }, storage: null });
    const App = appWith(flavour, client);
    render(
      <App>
        <Page />
      </App>,
    );
    return gateway;
  }

  const submits = (gateway: { requests: readonly { path: string }[] }) => gateway.requests.filter(({ path }) => path === '/v1/tasks/submit');
  const field = (name: string) => screen.getByLabelText(name);

  test('another duration or model changes price and wait at once', async () => {
    start(20);
    await waitFor(() => expect(figures()['Balance after']).toBe('$19.79'));
    await userEvent.clear(field('Seconds'));
    await userEvent.type(field('Seconds'), '8');
    expect(figures()).toMatchObject({ 'This clip': '$0.37', 'Balance after': '$19.63' });
    const before = figures()['Usual wait'];
    await userEvent.clear(field('Model'));
    await userEvent.type(field('Model'), 'sora-2-pro');
    expect(figures()['This clip']).not.toBe('$0.37');
    expect(figures()['Usual wait']).not.toBe(before);
  });

  test('a shortfall blocks the submit before any request', async () => {
    const gateway = start(0.3);
    await waitFor(() => expect(figures()['Balance after']).toBe('$0.09'));
    await userEvent.clear(field('Seconds'));
    await userEvent.type(field('Seconds'), '8{Enter}');
    expect(screen.getByText('$0.07 short')).toBeTruthy();
    // Not even asked for: the client would refuse it as well, and say that it failed.
    expect(screen.getByText('idle')).toBeTruthy();
    expect(submits(gateway)).toEqual([]);
    await userEvent.clear(field('Seconds'));
    await userEvent.type(field('Seconds'), '4{Enter}');
    await waitFor(() => expect(gateway.ledger.held).toBe(0.21));
    expect(submits(gateway)).toHaveLength(1);
  });

  test('a read that was refused says nothing of what it was to read', () => {
    const error = new BytespikeError({ code: 'network_error', message: 'No connection.' });
    show(<CostPreview {...previews.ready()} task={{ ...videoStates.unknown(), cost: { billed: 'unknown' }, error }} />);
    expect(figures()).toMatchObject({ Billed: 'not known yet' });
  });

  test('a cancel that is billed in part shows what was billed', async () => {
    const { clock, pass } = holdTime();
    const gateway = start(20, clock);
    await waitFor(() => expect(figures()['Balance after']).toBe('$19.79'));
    await userEvent.click(screen.getByRole('button', { name: 'Generate' }));
    await waitFor(() => expect(within(root()).getByText('Cancelling now')).toBeTruthy());
    await waitFor(() => expect(screen.getByText('queued')).toBeTruthy());
    // Its prompt makes it four times as slow.
    await pass(4 * waitsOf(clip).running);
    await waitFor(() => expect(screen.getByText('running')).toBeTruthy());
    expect(figures()['Cancelling now']).toMatch(/^up to \$0\.\d+$/);
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.getByText('cancelled')).toBeTruthy());
    const billed = gateway.ledger.charges[0]?.amount ?? 0;
    expect(billed).toBeGreaterThan(0);
    expect(billed).toBeLessThan(0.21);
    const money = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', maximumFractionDigits: 4 });
    expect(figures()).toMatchObject({ Billed: money.format(billed), 'Estimated by the gateway': '$0.21' });
  });
});
