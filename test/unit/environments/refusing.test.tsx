// @vitest-environment happy-dom
// The whole way, where something of the platform is absent, null, or there and refuses: in tests of apps, in frames
// of other sites, on pages that are not served securely.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { BytespikeProvider, createClient, ModelPicker } from 'bytespike-react';
import { GenerationPanel } from 'bytespike-react/react-query';
import { createSimulatedGateway } from 'bytespike-react/testing';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { PATIENT } from '../../support/patience.js';

configure({ asyncUtilTimeout: PATIENT.timeout });
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const denied = () => {
  throw new DOMException('Access is denied in this context.', 'SecurityError');
};
class Refusing {
  constructor() {
    denied();
  }
}

const NAMES = ['ResizeObserver', 'IntersectionObserver', 'BroadcastChannel', 'matchMedia', 'CSS', 'indexedDB', 'localStorage', 'sessionStorage'];
const WAYS: [string, PropertyDescriptor][] = [
  ['absent', { value: undefined }],
  ['null', { value: null }],
  ['refused', { get: denied }],
];

/** Puts it there for one test. */
function put(name: string, property: PropertyDescriptor): void {
  const before = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, { configurable: true, ...property });
  onTestFinished(() => {
    if (before === undefined) Reflect.deleteProperty(globalThis, name);
    else Object.defineProperty(globalThis, name, before);
  });
}

async function choose(): Promise<string | undefined> {
  const onValueChange = vi.fn<(id: string) => void>();
  const { unmount } = render(
    <BytespikeProvider locale="en">
      <ModelPicker kind="video" onValueChange={onValueChange} />
    </BytespikeProvider>,
  );
  await userEvent.click(screen.getByRole('button', { name: /^Model/ }));
  await userEvent.type(await screen.findByRole('combobox'), 'veo fast');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await vi.waitUntil(() => onValueChange.mock.calls.length > 0, PATIENT);
  unmount();
  return onValueChange.mock.calls[0]?.[0];
}

async function generate(): Promise<number> {
  const gateway = createSimulatedGateway({ speed: 1000 });
  onTestFinished(() => gateway.dispose());
  const client = createClient({ baseUrl: gateway.baseUrl, fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` }, scope: 'ann' });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <BytespikeProvider client={client} locale="en">
        <GenerationPanel persist="panel" defaultDraft={{ kind: 'video', prompt: 'A kite', models: { video: 'veo-3.1-fast' }, durationSeconds: 4 }} onAsset={() => {}} />
      </BytespikeProvider>
    </QueryClientProvider>,
  );
  await userEvent.click(await screen.findByRole('button', { name: /^Generate/ }));
  await within(screen.getByRole('region', { name: 'Results', hidden: true })).findByRole('button', { name: 'Use this' });
  return gateway.ledger.charges.length;
}

describe.each(WAYS)('%s', (_, property) => {
  it.each(NAMES)('%s', async (name) => {
    put(name, property);
    expect(await choose()).toMatch(/^veo-3.1/);
    expect(await generate()).toBe(1);
  });
});

it.each<[string, string, PropertyDescriptor]>([
  ['an observer that does not let itself be made', 'ResizeObserver', { value: Refusing }],
  ['a channel that does not', 'BroadcastChannel', { value: Refusing }],
  ['a page without names drawn by chance', 'crypto', { value: Object.fromEntries([['getRandomValues', (bytes: Uint8Array) => bytes.fill(7)]]) }],
  ['a clock that stands still', 'performance', { value: { now: () => 5 } }],
])('%s', async (_, name, property) => {
  put(name, property);
  expect(await choose()).toMatch(/^veo-3.1/);
  expect(await generate()).toBe(1);
});
