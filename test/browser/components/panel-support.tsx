import { render, type RenderResult, waitFor } from '@testing-library/react';
import { BytespikeProvider, createClient, type GenerateButtonProps, type GenerationPanelProps } from 'bytespike-react';
import * as reactQuery from 'bytespike-react/react-query';
import * as swr from 'bytespike-react/swr';
import { createSimulatedGateway, type SimulatedGateway, type SimulatedGatewayOptions } from 'bytespike-react/testing';
import type { ComponentType, ReactElement, ReactNode } from 'react';
import { expect } from 'vitest';
import { systemClock } from '../../../src/core/base/clock.js';
import { DOUBLE_CLICK_MS } from '../../../src/core/places/wish.js';
import { appWith, flavours as both } from '../../support/flavours.js';

interface Panels {
  name: string;
  GenerationPanel: ComponentType<GenerationPanelProps>;
  GenerateButton: ComponentType<GenerateButtonProps>;
}

/** The panel and the button of each flavour: the same for who uses them. */
export const panels: readonly Panels[] = [
  { name: 'react-query', GenerationPanel: reactQuery.GenerationPanel, GenerateButton: reactQuery.GenerateButton },
  { name: 'swr', GenerationPanel: swr.GenerationPanel, GenerateButton: swr.GenerateButton },
];

export interface Visit extends Pick<RenderResult, 'container' | 'unmount'> {
  gateway: SimulatedGateway;
}

const open = new Set<SimulatedGateway>();
/** Visits of one gateway are one user's; those of another are a stranger's, whose tasks may have the same ids. */
const scopes = new WeakMap<SimulatedGateway, string>();
let met = 0;
let later = 0;
const clock = { ...systemClock, now: () => systemClock.now() + later };

/** What is pressed after this is no second half of a double click, however quick the test and its answers were. */
export function takeAMoment(): void {
  later += DOUBLE_CLICK_MS;
}

type Answer = (request: Request) => Promise<Response>;

/** A page of its own over a gateway: a new one, or that of an earlier visit. `through` is what lies between. */
export function visit(flavour: string, element: ReactElement, options: SimulatedGatewayOptions | SimulatedGateway = {}, through: (answer: Answer, baseUrl: string) => Answer = (answer) => answer): Visit {
  const gateway = 'fetch' in options ? options : createSimulatedGateway({ speed: 100, ...options });
  open.add(gateway);
  const scope = scopes.get(gateway) ?? `visitor ${++met}`;
  scopes.set(gateway, scope);
  const client = createClient({ baseUrl: gateway.baseUrl, clock, fetch: through(gateway.fetch, gateway.baseUrl), headers: { authorization: `Bearer ${gateway.apiKey}` }, scope });
  const App = appWith(both.find(({ name }) => name === flavour)!, client);
  function Page({ children }: { children: ReactNode }): ReactNode {
    return (
      <App>
        <BytespikeProvider locale="en">{children}</BytespikeProvider>
      </App>
    );
  }
  return { ...render(element, { wrapper: Page }), gateway };
}

export function closeGateways(): void {
  for (const gateway of open) gateway.dispose();
  open.clear();
}

/** What was asked of the gateway that costs money. */
export function billable({ requests }: SimulatedGateway): string[] {
  return requests.map(({ path }) => path).filter((path) => /submit|generations|edits|completions/.test(path));
}

/** When every change of colour has come to its end, those that begin with another's end too: half-way between two there is little contrast. */
export const settled = (element: Element): Promise<void> =>
  waitFor(() => {
    const changing = element.getAnimations({ subtree: true }).filter((animation) => animation instanceof CSSTransition && animation.playState === 'running');
    expect(changing).toEqual([]);
  });
