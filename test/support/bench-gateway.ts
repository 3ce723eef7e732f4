import { type Client, type ClientOptions, createClient } from 'bytespike-react';
import { toNodeHandler } from 'bytespike-react/server';
import { createSimulatedGateway, type SimulatedGateway, type SimulatedGatewayOptions } from 'bytespike-react/testing';
import { type BenchServer, serve } from './bench-server.js';

/** The simulated gateway over real HTTP, in this process: its clock and ours are one. */
export interface BenchGateway extends BenchServer {
  gateway: SimulatedGateway;
  /** When the task with this key was billed, by `performance.now`; only for what ends by itself. */
  endedAt(outTaskId: string): number;
  /** A client that talks to it over the platform's own `fetch`. */
  connect(options?: Partial<ClientOptions>): Client;
}

export async function serveGateway(options: SimulatedGatewayOptions): Promise<BenchGateway> {
  const ends = new Map<string, number>();
  const gateway = createSimulatedGateway({
    balance: 100_000,
    spendLimit: 100_000,
    ...options,
    clock: {
      // Finer than `Date.now`, so that a charge says to the fraction of a millisecond when it was due.
      now: () => performance.timeOrigin + performance.now(),
      setTimeout: (run, ms) => setTimeout(() => noting(run), ms),
      clearTimeout: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
    },
  });

  /** A task ends in one of the gateway's timers: what it bills there ended when the timer went off. */
  function noting(run: () => void): void {
    const at = performance.now();
    const { charges } = gateway.ledger;
    const known = charges.length;
    run();
    for (const { outTaskId } of charges.slice(known)) if (outTaskId !== undefined) ends.set(outTaskId, at);
  }

  const server = await serve(toNodeHandler(gateway.fetch));
  return {
    ...server,
    gateway,
    endedAt(outTaskId) {
      const at = ends.get(outTaskId);
      if (at === undefined) throw new Error(`No timer of the gateway ended the task with the key ${outTaskId}.`);
      return at;
    },
    connect: (more) =>
      createClient({
        baseUrl: server.origin,
        headers: { authorization: `Bearer ${gateway.apiKey}` },
        storage: null,
        ...more,
      }),
    async close() {
      gateway.dispose();
      await server.close();
    },
  };
}
