import { BytespikeError } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import { advance, newRun, openTask, type TaskBeginning, type TaskNews, type TaskPhase, type TaskRun } from '../../../src/core/places/task-phase.js';
import type { TaskSnapshot } from '../../../src/core/outcome/snapshot.js';
import type { Connection } from '../../../src/core/outcome/status.js';
import type { VideoTaskStatus } from '../../../src/core/places/states.js';

const request = { model: 'veo-3.1-fast', prompt: 'tide', durationSeconds: 4 };
const now = 1_000_000;
const reading = (status: TaskSnapshot['status']): TaskSnapshot => ({ taskId: 'task_1', outTaskId: 'key', status, assets: [], cost: { billed: 'no' } });
const news = (connection: Connection, snapshot?: TaskSnapshot, error?: BytespikeError) => ({ connection, snapshot, error });
const lostError = new BytespikeError({ code: 'outcome_unknown', message: 'lost', billed: 'unknown' });
const refusal = new BytespikeError({ code: 'insufficient_balance', message: 'broke' });

const record = { version: 1, outTaskId: 'key', request, createdAt: now } as const;
const sought = { type: 'sought', record, snapshot: undefined } as const;
const events = {
  looked: { type: 'looked' },
  submitted: { type: 'submitted', request, key: 'key', at: 5 },
  'sought by its key': { ...sought, taskId: undefined, status: 'unknown' },
  'sought by its id': { ...sought, taskId: 'task_1', status: 'queued' },
  emptied: { type: 'emptied' },
  expected: { type: 'expected', seconds: { min: 1, max: 2, basis: 'catalog' } },
  'read as queued': { type: 'read', snapshot: reading('queued') },
  'heard as running': { type: 'heard', ...news('live', reading('running')) },
  'heard as ended': { type: 'heard', ...news('idle', reading('cancelled')) },
  'heard no more': { type: 'heard', ...news('idle', undefined, lostError) },
  lost: { type: 'lost', error: lostError },
  refused: { type: 'refused', error: refusal },
  cancelling: { type: 'cancelling' },
  'not cancelled': { type: 'notCancelled', error: refusal, status: 'queued' },
} satisfies Record<string, TaskBeginning | TaskNews>;
type Name = keyof typeof events;

const after = (...names: Name[]): TaskRun => names.reduce<TaskRun>((run, name) => advance(run, events[name], now), newRun());
/** One run in each phase, and one that is being cancelled. */
const runs = {
  new: after(),
  empty: after('looked'),
  sending: after('submitted'),
  'sending, cancelling': after('submitted', 'cancelling'),
  seeking: after('sought by its key'),
  known: after('submitted', 'read as queued'),
  'known, cancelling': after('submitted', 'read as queued', 'cancelling'),
  lost: after('submitted', 'lost'),
  refused: after('submitted', 'refused'),
} satisfies Record<string, TaskRun>;

type Row = [phase: TaskPhase, status: VideoTaskStatus];
/** What begins a journey does not ask what was there before. */
const beginnings: Partial<Record<Name, Row>> = {
  submitted: ['sending', 'submitting'],
  'sought by its key': ['seeking', 'unknown'],
  'sought by its id': ['known', 'queued'],
  emptied: ['empty', 'idle'],
};
const nothing = (phase: TaskPhase): Partial<Record<Name, Row>> => ({ looked: [phase === 'new' ? 'empty' : phase, 'idle'] });
/** What is not named here changes nothing. */
const table: Record<keyof typeof runs, Partial<Record<Name, Row>>> = {
  new: nothing('new'),
  empty: nothing('empty'),
  sending: {
    'read as queued': ['known', 'queued'],
    lost: ['lost', 'unknown'],
    refused: ['refused', 'failed'],
    cancelling: ['sending', 'cancelling'],
  },
  'sending, cancelling': {
    'read as queued': ['known', 'cancelling'],
    lost: ['lost', 'unknown'],
    refused: ['refused', 'failed'],
    'not cancelled': ['sending', 'queued'],
  },
  seeking: {
    'read as queued': ['known', 'queued'],
    lost: ['lost', 'unknown'],
    cancelling: ['seeking', 'cancelling'],
  },
  known: {
    'heard as running': ['known', 'running'],
    'heard as ended': ['known', 'cancelled'],
    'heard no more': ['known', 'unknown'],
    lost: ['known', 'unknown'],
    cancelling: ['known', 'cancelling'],
  },
  'known, cancelling': {
    'heard as ended': ['known', 'cancelled'],
    'heard no more': ['known', 'unknown'],
    lost: ['known', 'unknown'],
    'not cancelled': ['known', 'queued'],
  },
  lost: {
    'read as queued': ['known', 'queued'],
    cancelling: ['lost', 'cancelling'],
  },
  refused: {
    'read as queued': ['known', 'queued'],
  },
};

const cells = Object.entries(runs).flatMap(([phase, run]) => Object.keys(events).map((event) => ({ phase: phase as keyof typeof runs, event: event as Name, run })));

describe('the run of a task', () => {
  it.each(cells)('$phase, $event', ({ phase, event, run }) => {
    const before = structuredClone({ ...run, shown: { ...run.shown, error: undefined } });
    const next = advance(run, events[event], now);
    const expected = beginnings[event] ?? table[phase][event] ?? [run.phase, run.shown.status];
    expect([next.phase, next.shown.status]).toEqual(expected);
    // Pure: what was there is as it was.
    expect({ ...run, shown: { ...run.shown, error: undefined } }).toEqual(before);
  });

  it('is followed by its id alone, and has one from the first answer on', () => {
    for (const { phase, event, run } of cells) {
      const { taskId, phase: next } = advance(run, events[event], now);
      expect([phase, event, taskId !== undefined]).toEqual([phase, event, next === 'known']);
    }
  });

  it('keeps its key for as long as something may exist under it', () => {
    for (const { phase, event, run } of cells) {
      const { key, phase: next } = advance(run, events[event], now);
      const isFoundAfterAll = run.phase === 'refused' && event === 'read as queued';
      expect([phase, event, key]).toEqual([phase, event, ['new', 'empty', 'refused'].includes(next) || isFoundAfterAll ? undefined : 'key']);
    }
  });

  it('tells what was asked for here from what was found', () => {
    expect(after('submitted').asked).toEqual({ request, at: 5 });
    expect(after('submitted', 'read as queued', 'heard as ended').asked).toEqual({ request, at: 5 });
    expect(after('submitted', 'sought by its id').asked).toBeUndefined();
    expect(after('submitted', 'emptied').asked).toBeUndefined();
  });

  it.each(['heard', 'read'] as const)('knows since when it runs where it was asked for here, and not where it was found: %s', (type) => {
    const running = type === 'read' ? { type, snapshot: reading('running') } : { type, ...news('idle', reading('running')) };
    const startedAt = (run: TaskRun) => advance(run, running, now).shown.progress.startedAt;
    expect([startedAt(runs.known), startedAt(after('sought by its id'))]).toEqual([now, undefined]);
  });

  it.each(['offline', 'reconnecting', 'idle'] as const)('does not know when began what began while no news came: %s', (connection) => {
    const hear = (run: TaskRun, said: Connection, status: TaskSnapshot['status'], at: number) => advance(run, { type: 'heard', ...news(said, reading(status)) }, at);
    const missed = hear(hear(runs.known, 'live', 'queued', now), connection, 'queued', now);
    const back = hear(missed, 'live', 'running', now + 45_000);
    const ended = hear(back, 'live', 'failed', now + 47_000);
    expect(back.shown.progress).toEqual({ submittedAt: now, startedAt: undefined, hasStarted: true, endedAt: undefined, expectedSeconds: undefined });
    // What comes after it is seen again; what ended meanwhile was not.
    expect(ended.shown.progress.endedAt).toBe(now + 47_000);
    expect(hear(missed, 'live', 'failed', now + 46_000).shown.progress.endedAt).toBeUndefined();
  });

  it('shows what was read before at once, and nothing of another task', () => {
    const found = advance(runs.known, { ...events['sought by its id'], taskId: 'task_1', snapshot: reading('running') }, now);
    expect(found.shown).toMatchObject({ status: 'running', task: { taskId: 'task_1' }, request });
    expect(advance(found, events.submitted, now).shown.task).toBeUndefined();
  });

  it('goes on as it last was when a cancel failed, and says why', () => {
    expect(after('submitted', 'cancelling', 'not cancelled').shown).toMatchObject({ status: 'queued', error: refusal });
    expect(after('submitted', 'read as queued', 'heard as running', 'cancelling', 'not cancelled').shown).toMatchObject({ status: 'running', error: refusal });
  });

  it('is said to be billed as far as anybody knows', () => {
    expect(after('submitted', 'lost').shown.cost.billed).toBe('unknown');
    expect(after('submitted', 'refused').shown.cost.billed).toBe('no');
    expect(after('sought by its key').shown.cost.billed).toBe('unknown');
  });

  it('takes the usual wait for as long as the gateway has said nothing better', () => {
    expect(after('submitted', 'expected').shown.progress.expectedSeconds).toEqual(events.expected.seconds);
    const told = advance(runs.sending, { type: 'read', snapshot: { ...reading('queued'), estimatedSeconds: 40 } }, now);
    expect(advance(told, events.expected, now).shown).toBe(told.shown);
  });

  it('takes what such tasks took before what the gateway says of this one, whichever is known first', () => {
    const seen = { type: 'expected', seconds: { min: 90, max: 110, basis: 'observed' } } as const;
    const read = { type: 'read', snapshot: { ...reading('queued'), estimatedSeconds: 40 } } as const;
    expect(advance(advance(runs.sending, read, now), seen, now).shown.progress.expectedSeconds).toEqual(seen.seconds);
    expect(advance(advance(runs.sending, seen, now), read, now).shown.progress.expectedSeconds).toEqual(seen.seconds);
  });

  it('is open until it has ended', () => {
    expect(openTask(runs.known)).toBe('task_1');
    expect(openTask(runs.sending)).toBeUndefined();
    expect(openTask(after('submitted', 'read as queued', 'heard as ended'))).toBeUndefined();
    // Its links are yet to come.
    expect(openTask(advance(runs.known, { type: 'read', snapshot: reading('completed') }, now))).toBe('task_1');
  });
});
