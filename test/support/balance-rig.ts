import { type Client, createBalanceState, createClient } from 'bytespike-react';
import { simulate, type Simulation, type SimulationOptions } from './simulation.js';

export const film = { model: 'veo-3.1-fast', prompt: 'tide', durationSeconds: 4 } as const;
export const PRICE = 0.21;
const END_MS = 120_000;

export interface Rig extends Omit<Simulation, 'client'> {
  client: Client;
  balance: ReturnType<typeof createBalanceState>;
  /** What was shown, in order, without repetitions. */
  shown: (number | undefined)[];
  leave(): void;
}

interface RigOptions extends Omit<SimulationOptions, 'intercept'> {
  intercept?: (request: Request, clock: Simulation['clock']) => Response | false | Promise<Response>;
}

/** `setsAside`: whether the gateway takes the price off when it accepts a task, or at its end. */
export function watch(setsAside: boolean, { intercept, ...options }: RigOptions = {}): Rig {
  const simulation = simulate(options);
  const { gateway, clock, page } = simulation;
  const left = () => (setsAside ? gateway.ledger.balance - gateway.ledger.held : gateway.ledger.balance);
  const client = createClient({
    baseUrl: gateway.baseUrl,
    headers: { authorization: `Bearer ${gateway.apiKey}` },
    async fetch(request) {
      const answer = (await intercept?.(request, clock)) || (await gateway.fetch(request));
      const headers = new Headers(answer.headers);
      if (headers.has('x-quota-remaining-credits')) headers.set('x-quota-remaining-credits', left().toFixed(6));
      const body = answer.ok && request.url.endsWith('/v1/balance') ? JSON.stringify({ available_usd: left() }) : answer.body;
      return new Response(body, { status: answer.status, headers });
    },
    clock,
    environment: page,
    random: () => 0.5,
    storage: options.client?.storage ?? null,
  });
  const balance = createBalanceState(client);
  const shown: Rig['shown'] = [];
  const leave = balance.subscribe(() => {
    const { available } = balance.get();
    if (shown.at(-1) !== available) shown.push(available);
  });
  return { ...simulation, client, balance, shown, leave };
}

export async function known(setsAside: boolean, options?: RigOptions): Promise<Rig> {
  const rig = watch(setsAside, options);
  const asked = rig.balance.refresh();
  await rig.clock.advance(10);
  await asked;
  return rig;
}

export const asks = ({ gateway }: Rig) => gateway.requests.filter(({ path }) => path === '/v1/balance').length;

export async function submit({ client, clock }: Rig, prompt = 'tide') {
  const accepted = client.tasks.submit({ ...film, prompt });
  await clock.advance(10);
  return accepted;
}

/** Follows it to its end, in the gateway's own time. */
export async function finish({ client, clock }: Rig, taskId: string) {
  const ended = client.tasks.follow({ taskId });
  await clock.advance(END_MS);
  return ended;
}
