import { describe, expect, it } from 'vitest';
import { createPace } from '../../../src/core/tasks/silence.js';
import { createStreamAttempts } from '../../../src/core/tasks/stream-attempts.js';
import { createStreamMembers } from '../../../src/core/tasks/stream-members.js';
import { createManualClock } from '../../support/manual-clock.js';

describe('those who listen to one stream', () => {
  const reading = { taskId: 't', status: 'running', assets: [], cost: { billed: 'no' } } as const;

  it('open it with the first of them, and close it with the last', () => {
    const told: string[] = [];
    const members = createStreamMembers(createManualClock(), () => (told.push('open'), () => void told.push('close')));
    const [leaveOne, leaveOther] = [members.add('t', () => {}), members.add('u', () => {})];
    leaveOne();
    expect([told, members.isEmpty()]).toEqual([['open'], false]);
    leaveOther();
    expect([told, members.isEmpty()]).toEqual([['open', 'close'], true]);
  });

  it('hear on when one that had the same task before them leaves late, or twice', () => {
    const heard: string[] = [];
    let closed = 0;
    const members = createStreamMembers(createManualClock(), () => () => void closed++);
    const leaveBefore = members.add('t', () => heard.push('before'));
    const leave = members.add('t', () => heard.push('after'));
    leaveBefore();
    leaveBefore();
    members.tell(reading);
    expect([heard, closed]).toEqual([['after'], 0]);
    leave();
    leave();
    expect(closed).toBe(1);
  });
});

describe('attempts at a stream', () => {
  const attempts = () => {
    const clock = createManualClock();
    return createStreamAttempts({ clock, random: () => 0.5, pace: createPace(clock) }, () => {});
  };

  it('come later after each failure, and begin anew after a stream that lived for ten seconds', () => {
    const { next } = attempts();
    expect([next(0), next(0), next(9999), next(10_000), next(0)]).toEqual([500, 1000, 2000, 500, 1000]);
  });

  it('are planned or not, and within a while or not', async () => {
    const clock = createManualClock();
    let opened = 0;
    const { plan, isPlanned, cancel } = createStreamAttempts({ clock, random: () => 0.5, pace: createPace(clock) }, () => void opened++);
    await clock.advance(5000);
    expect([isPlanned(), isPlanned(1000)]).toEqual([false, false]);
    plan(1000);
    expect([isPlanned(), isPlanned(1000), isPlanned(999)]).toEqual([true, true, false]);
    await clock.advance(400);
    expect([isPlanned(600), isPlanned(599)]).toEqual([true, false]);
    await clock.advance(600);
    expect([opened, isPlanned()]).toEqual([1, false]);
    plan(1000);
    cancel();
    await clock.advance(1000);
    expect([opened, isPlanned()]).toEqual([1, false]);
  });
});
