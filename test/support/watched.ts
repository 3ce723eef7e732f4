import type { TaskSnapshot } from 'bytespike-react';
import type { Fault } from 'bytespike-react/testing';
import { simulate, type Simulation, type SimulationOptions } from './simulation.js';

export const VIDEO = { model: 'veo-3.1-fast', prompt: 'tide over black rocks', durationSeconds: 4 };
export const EVENTS = '/v1/tasks/events';
/** Longer than any wait of this model, and than what a lost stream adds to it. */
export const LONG_ENOUGH_MS = 120_000;

export const behindOurs = (faults: Fault | Fault[] = [], more: SimulationOptions = {}) =>
  simulate({ proxied: { faults: [faults].flat() }, ...more });

/** What arrived at the proxy whose path has this in it. */
export const arrived = ({ proxied }: Simulation, part: string) => proxied.requests.filter(({ path }) => path.includes(part));
/** Streams of one task, and reads of one. */
export const single = (simulation: Simulation) => [...arrived(simulation, '/stream/'), ...arrived(simulation, '/query')];

/** All that somebody who looks at a task sees. */
export interface Watched {
  taskId: string;
  statuses: (string | undefined)[];
  connections: string[];
  last: TaskSnapshot | undefined;
  /** When its end was known. */
  endedAt: number | undefined;
  stop: () => void;
}

export async function submit({ client, clock }: Simulation, prompt = VIDEO.prompt): Promise<string> {
  const accepted = client.tasks.submit({ ...VIDEO, prompt });
  await clock.advance(0);
  return (await accepted).taskId;
}

export function watch({ client, clock }: Simulation, taskId: string): Watched {
  const watched: Watched = { taskId, statuses: [], connections: [], last: undefined, endedAt: undefined, stop: () => {} };
  watched.stop = client.tasks.watch(taskId, ({ snapshot, connection }) => {
    watched.last = snapshot;
    if (snapshot?.status === 'completed') watched.endedAt ??= clock.wallNow();
    if (snapshot?.status !== watched.statuses.at(-1)) watched.statuses.push(snapshot?.status);
    if (connection !== watched.connections.at(-1)) watched.connections.push(connection);
  });
  return watched;
}

/** Submits so many, one after another, and watches them. */
export async function begin(simulation: Simulation, count: number, prompt?: string): Promise<Watched[]> {
  const taskIds: string[] = [];
  for (let index = 0; index < count; index++) taskIds.push(await submit(simulation, prompt));
  return taskIds.map((taskId) => watch(simulation, taskId));
}
