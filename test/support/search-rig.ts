import type { TaskRecord } from 'bytespike-react';
import { onTestFinished } from 'vitest';
import '../../src/core/search/search.js';
import { createSearchRun } from '../../src/core/search/search-run.js';
import type { AssetSearchGiven, AssetSearchRun } from '../../src/core/search/states.js';
import { type SubmittedRecord, taskStore } from '../../src/core/records/task-store.js';
import { simulate, type Simulation, type SimulationOptions } from './simulation.js';

/** What a history holds of one clip that was made, the first one newest. */
export function clipOf(prompt: string, age: number, key = `bs_${age.toString(16).padStart(32, '0')}`): SubmittedRecord {
  const taskId = `task_${key.slice(3)}`;
  return {
    version: 1,
    outTaskId: key,
    taskId,
    request: { model: 'veo-3.1-fast', prompt, durationSeconds: 4 },
    createdAt: Date.UTC(2026, 0, 1) - age * 1000,
    snapshot: { taskId, outTaskId: key, status: 'completed', assets: [{ kind: 'video', url: 'https://cdn.test/clip.mp4' }], cost: { billed: 'yes', final: 0.2 } } as SubmittedRecord['snapshot'],
  };
}

export const clipsOf = (prompts: readonly string[]): SubmittedRecord[] => prompts.map((prompt, age) => clipOf(prompt, age));

export const SHOTS = ['A car at dusk', 'A teapot on a table', 'A cat on a chair', '海边的灯塔', 'A red kettle on a blue table', 'A blue kettle on a red table'];

/** Longer than the pause after the last letter, and the two answers. */
export const ANSWERED_MS = 2000;

export interface SearchRig extends Simulation {
  run: AssetSearchRun;
  see(given: Partial<AssetSearchGiven>): Promise<void>;
  /** Asks, and waits for what comes of it. */
  find(query: string): Promise<string[]>;
  /** Prompts of what is shown. */
  found(): string[];
  /** Calls that arrived, by the end of their path. */
  calls(): string[];
}

/** A place that searches a history of these prompts. */
export async function searchRig(prompts: readonly string[] = SHOTS, options: SimulationOptions = {}): Promise<SearchRig> {
  const simulation = simulate(options);
  const { client, clock, gateway } = simulation;
  for (const record of clipsOf(prompts)) taskStore(client).put(record);
  return { ...simulation, ...(await placeOf(client, clock)), calls: () => gateway.requests.map(({ path }) => path.replace('/v1/', '')) };
}

/** Another place of the same page, or of the page loaded anew. */
export async function placeOf(client: Simulation['client'], clock: Simulation['clock']) {
  const run = createSearchRun(client);
  onTestFinished(run.subscribe(() => {}));
  run.see({ query: undefined });
  await clock.advance(0);
  const found = () => run.get().results.map(({ request }: TaskRecord) => request.prompt ?? '');
  return {
    run,
    found,
    async see(given: Partial<AssetSearchGiven>) {
      run.see({ query: undefined, ...given });
      await clock.advance(ANSWERED_MS);
    },
    async find(query: string) {
      run.ask(query);
      await clock.advance(ANSWERED_MS);
      return found();
    },
  };
}
