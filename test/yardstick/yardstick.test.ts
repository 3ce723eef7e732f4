import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { faultKinds } from 'bytespike-react/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SEED } from '../support/chance.js';
import { drawFault, IMAGE_PLACES, TASK_PLACES } from '../support/fault-draw.js';
import { type FaultOutcome, runUnderFaults } from '../support/fault-run.js';
import { runImageUnderFaults } from '../support/image-fault-run.js';
import { createRandom } from '../support/random.js';
import { table } from '../support/table.js';
import { runClientUnderFaults, type YardstickClient } from './client-run.js';

// One command, one table: `npm run faults`. Every kind of fault, each with so many seeds, the same for all clients.

const SEEDS = Number(process.env.FAULT_SEEDS ?? 50);
const CLIENTS = ['by-hand', 'by-hand-react-query', 'fal', 'replicate', 'openai', 'ai-sdk', 'tanstack-ai'];
const asked = process.env.FAULTS_CLIENT;

const print = (text: string) => process.stdout.write(`${text}\n`);
// Some tell the console of each failure.
beforeEach(() => {
  for (const name of ['log', 'info', 'warn', 'error', 'dir', 'debug'] as const) vi.spyOn(console, name).mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

type Run = (drawn: { seed: number; faults: readonly ReturnType<typeof drawFault>[] }) => Promise<FaultOutcome>;

const nothing = () => ({ runs: 0, 'billed twice': 0, lost: 0, stuck: 0, 'said to be unknown': 0, had: 0 });

/** By kind of fault. */
async function triedUnder(run: Run, places: typeof TASK_PLACES): Promise<Map<string, ReturnType<typeof nothing>>> {
  const rows = new Map<string, ReturnType<typeof nothing>>();
  for (const [at, kind] of faultKinds.entries()) {
    const row = nothing();
    for (let index = 0; index < SEEDS; index++) {
      const seed = SEED + at * 100_000 + index;
      const { doubleBilled, lost, stuck, status } = await run({ seed, faults: [drawFault(kind, createRandom(seed), places)] });
      row.runs++;
      row['billed twice'] += Number(doubleBilled);
      row.lost += Number(lost);
      row.stuck += Number(stuck);
      row['said to be unknown'] += Number(status === 'unknown');
      row.had += Number(status === 'completed');
    }
    rows.set(kind, row);
  }
  return rows;
}

function summed(rows: Iterable<ReturnType<typeof nothing>>): ReturnType<typeof nothing> {
  const sum = nothing();
  for (const row of rows) for (const name of Object.keys(sum) as (keyof typeof sum)[]) sum[name] += row[name];
  return sum;
}

function versionOf(name: string): string {
  for (const folder of ['./node_modules/', '../../node_modules/']) {
    try {
      return (JSON.parse(readFileSync(fileURLToPath(new URL(`${folder}${name}/package.json`, import.meta.url)), 'utf8')) as { version: string }).version;
    } catch {
      // In the other one.
    }
  }
  return '';
}

const load = async (address: string) => (await import(/* @vite-ignore */ address)) as YardstickClient;
const placesOf = ({ kind }: YardstickClient) => (kind === 'image' ? IMAGE_PLACES : TASK_PLACES);

it.runIf(asked !== undefined)('tries the client that was named', async () => {
  const client = await load(pathToFileURL(resolve(asked!)).href);
  const rows = await triedUnder((drawn) => runClientUnderFaults(client, drawn), placesOf(client));
  print(`\n${table([...rows].map(([fault, row]) => ({ fault, ...row })))}\n\n${table([summed(rows.values())])}\n`);
  expect(summed(rows.values()).runs).toBe(faultKinds.length * SEEDS);
});

it.runIf(asked === undefined)('pays once and loses nothing, beside clients that others make', async () => {
  const rows: Record<string, string | number>[] = [];
  const ours: [string, Run, typeof TASK_PLACES][] = [
    ['bytespike-react, clip', runUnderFaults, TASK_PLACES],
    ['bytespike-react, image, behind its proxy', (drawn) => runImageUnderFaults({ ...drawn, where: 'before our proxy' }), IMAGE_PLACES],
    ['bytespike-react, image, behind any proxy', (drawn) => runImageUnderFaults({ ...drawn, where: 'without our proxy' }), IMAGE_PLACES],
  ];
  const promises = nothing();
  for (const [client, run, places] of ours) {
    const sum = summed((await triedUnder(run, places)).values());
    rows.push({ client, ...sum });
    for (const name of ['billed twice', 'lost', 'stuck'] as const) promises[name] += sum[name];
  }
  for (const name of CLIENTS) {
    const client = await load(new URL(`./clients/${name}.mjs`, import.meta.url).href);
    const said = client.packages.map((each) => `${each} ${versionOf(each)}`).join(', ') || 'by hand, fetch';
    rows.push({ client: `${said}, ${client.kind === 'image' ? 'image' : 'clip'}`, ...summed((await triedUnder((drawn) => runClientUnderFaults(client, drawn), placesOf(client))).values()) });
  }
  print(`\n${faultKinds.length} kinds of fault, ${SEEDS} seeds each\n${table(rows)}\n`);
  expect(rows.filter(({ had }) => had === 0), 'Under the adapter of a client that never has anything nothing is measured.').toEqual([]);
  expect(promises).toMatchObject({ 'billed twice': 0, lost: 0, stuck: 0 });
});
