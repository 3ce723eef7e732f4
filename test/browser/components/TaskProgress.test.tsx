import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { BytespikeError, TaskProgress, type VideoTaskState } from 'bytespike-react';
import { Profiler } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { idleVideo, imageStates, videoStates, withCalls } from '../../../stories/fixtures.js';
import { emulate, setTheme, show, type Theme, violations } from './support.js';

/** Any. */
const NOW = Date.UTC(2026, 10, 21, 9);

beforeEach(() => {
  setTheme('light');
  vi.useFakeTimers({ now: NOW, toFake: ['Date', 'setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const root = (): Element => document.querySelector('.bs-task-progress')!;
const progressBar = (): HTMLElement => screen.getByRole('progressbar', { name: 'Video generation' });
const percent = (): number => Number(progressBar().getAttribute('aria-valuenow'));
const seconds = (count: number): void => act(() => void vi.advanceTimersByTime(count * 1000));

describe('one status drives text, data-status and ARIA', () => {
  const cases: readonly [keyof typeof videoStates, string, string, boolean][] = [
    ['submitting', 'submitting', 'Submitting', true],
    ['queued', 'queued', 'Queued', true],
    ['running', 'running', 'Rendering', true],
    ['cancelling', 'cancelling', 'Cancelling', true],
    ['completed', 'completed', 'ReadyBilled $0.21 · took 30 s', false],
    ['cancelledFree', 'cancelled', 'Cancelled, nothing billedIt was still in the queue.', false],
    ['unknown', 'unknown', 'Checking what happenedThe answer was lost on the way. Checking never bills twice.', false],
  ];
  test.each(cases)('%s', (name, status, said, moving) => {
    show(<TaskProgress task={withCalls(videoStates[name]())} />);
    expect(root().getAttribute('data-status')).toBe(status);
    expect(screen.getByRole('status').textContent).toBe(said);
    expect(screen.queryByRole('progressbar') !== null).toBe(moving);
  });

  test('a broken connection is not a failed task', () => {
    show(<TaskProgress task={videoStates.reconnecting()} />);
    expect(root().getAttribute('data-status')).toBe('running');
    expect(root().getAttribute('data-connection')).toBe('reconnecting');
    expect(document.getElementById(progressBar().getAttribute('aria-describedby')!)?.textContent).toContain('keeps rendering');
  });

  test('the stage under way is marked, and the past ones say how long they took', () => {
    show(<TaskProgress task={videoStates.running()} />);
    const stages = screen.getAllByRole('listitem');
    expect(stages.map((stage) => stage.textContent)).toEqual(['Submitted', 'Queued 2 s', 'Rendering', 'Ready']);
    expect(stages.map((stage) => stage.getAttribute('aria-current'))).toEqual([null, null, 'step', null]);
  });
});

describe('time', () => {
  test('passes without React rendering anything', () => {
    const commits = vi.fn<() => void>();
    show(
      <Profiler id="progress" onRender={commits}>
        <TaskProgress task={videoStates.running()} />
      </Profiler>,
    );
    expect(document.querySelector('.bs-clock')?.textContent).toBe('14 s · about 16 s left');
    const before = commits.mock.calls.length;
    seconds(10);
    expect(document.querySelector('.bs-clock')?.textContent).toBe('24 s · about 6 s left');
    expect(commits).toHaveBeenCalledTimes(before);
  });

  test('beyond the expected time it says so instead of counting on', () => {
    show(<TaskProgress task={videoStates.running()} />);
    seconds(17);
    expect(document.querySelector('.bs-clock')?.textContent).toBe('31 s · nearly there');
    seconds(10);
    expect(document.querySelector('.bs-clock')?.textContent).toBe('41 s · longer than usual');
    expect(percent()).toBeLessThan(100);
  });

  test('a clock that is set back makes no wait longer', () => {
    show(<TaskProgress task={videoStates.running()} />);
    vi.setSystemTime(NOW - 60 * 60_000);
    seconds(1);
    expect(progressBar().getAttribute('aria-valuetext')).toBe('Rendering, about 30 s left');
    expect(document.querySelector('.bs-clock')?.textContent).toBe('0 s · about 30 s left');
  });

  test('stops when the task has ended', () => {
    const { rerender } = show(<TaskProgress task={videoStates.running()} />);
    expect(vi.getTimerCount()).toBe(1);
    rerender(<TaskProgress task={videoStates.completed()} />);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('nothing known of the wait: no value, but still a stage', () => {
    show(<TaskProgress task={videoStates.unpredictable()} />);
    expect(progressBar().hasAttribute('aria-valuenow')).toBe(false);
    expect(progressBar().getAttribute('aria-valuetext')).toBe('Rendering');
  });

  test('the bar never moves backwards when the expectation grows', () => {
    const running = videoStates.running();
    const { rerender } = show(<TaskProgress task={running} />);
    const filled = () => document.querySelector('.bs-bar-fill')!.getBoundingClientRect().right;
    const before = { percent: percent(), edge: filled() };
    expect(before.percent).toBe(40);
    const progress = { ...running.progress, expectedSeconds: { min: 300, max: 300, basis: 'estimate' as const } };
    rerender(<TaskProgress task={{ ...running, progress }} />);
    expect(percent()).toBe(before.percent);
    expect(filled()).toBeGreaterThanOrEqual(before.edge - 0.5);
    expect(document.querySelector('.bs-clock')?.textContent).toBe('14 s · about 4 min 46 s left');
  });

  test('hidden and shown again, the bar is where time is', async () => {
    show(<TaskProgress task={videoStates.running()} />);
    await frames(3);
    const fill = document.querySelector('.bs-bar-fill')!;
    const width = () => fill.getBoundingClientRect().right - fill.parentElement!.getBoundingClientRect().left;
    const before = width();
    root().setAttribute('style', 'display: none');
    seconds(10);
    await frames(2);
    root().removeAttribute('style');
    await frames(3);
    expect(width()).toBeGreaterThan(before * 1.5);
  });

  test('fills from the right where people read from the right', async () => {
    document.documentElement.dir = 'rtl';
    show(<TaskProgress task={videoStates.running()} />);
    await frames(2);
    const fill = document.querySelector('.bs-bar-fill')!.getBoundingClientRect();
    const track = progressBar().getBoundingClientRect();
    document.documentElement.dir = '';
    expect(fill.right).toBeGreaterThan(track.right);
    expect(fill.left).toBeGreaterThan(track.left + track.width / 3);
  });

  test('with reduced motion nothing is animated, and the bar still stands where it should', async () => {
    await emulate('prefers-reduced-motion', 'reduce');
    show(<TaskProgress task={videoStates.running()} />);
    const animations = document.getAnimations().length;
    const fill = document.querySelector('.bs-bar-fill')!.getBoundingClientRect();
    const track = progressBar().getBoundingClientRect();
    await emulate('prefers-reduced-motion', undefined);
    expect(animations).toBe(0);
    expect((fill.right - track.left) / track.width).toBeCloseTo(0.42, 1);
  });
});

describe('cancel', () => {
  test.each([
    ['queued', 'Cancel · free'],
    ['running', 'Cancel · may bill up to $0.21'],
    ['unpredictable', 'Cancel · may be billed'],
  ] as const)('%s: says what it costs now', (name, label) => {
    show(<TaskProgress task={withCalls(videoStates[name]())} />);
    expect(screen.getByRole('button').textContent).toBe(label);
  });

  test('a synchronous image cannot be taken back', () => {
    show(<TaskProgress task={{ ...imageStates.pending(), cancel: () => Promise.resolve() }} />);
    expect(screen.getByRole('button').textContent).toBe('Stop waiting · may still be billed');
  });

  test('is asked once, however often it is pressed', async () => {
    const cancel = vi.fn<() => Promise<never>>(() => new Promise(() => {}));
    show(<TaskProgress task={{ ...videoStates.running(), cancel }} />);
    await userEvent.click(screen.getByRole('button'));
    await userEvent.click(screen.getByRole('button'));
    expect(cancel).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('button', { name: 'Cancelling' }).getAttribute('aria-disabled')).toBe('true');
  });

  test('a failing cancel is left to the state to tell', async () => {
    const cancel = () => Promise.reject(new BytespikeError({ code: 'network_error', message: 'No connection.' }));
    show(<TaskProgress task={{ ...videoStates.running(), cancel }} />);
    await userEvent.click(screen.getByRole('button'));
    expect(await screen.findByRole('button', { name: /may bill up to/ })).toBeTruthy();
  });

  test('focus goes to the outcome, never to a button that took the place of "cancel"', () => {
    const { rerender } = show(<TaskProgress task={withCalls(videoStates.cancelling())} onRetry={() => {}} />);
    screen.getByRole('button').focus();
    rerender(<TaskProgress task={withCalls(videoStates.cancelledFree())} onRetry={() => {}} />);
    expect(screen.getByRole('button', { name: 'Try again' })).not.toBe(document.activeElement);
    expect(document.activeElement?.className).toBe('bs-task-head');
    expect(document.activeElement?.textContent).toContain('Cancelled, nothing billed');
  });

  test('a task that finishes while it is being cancelled says both', () => {
    const { rerender } = show(<TaskProgress task={withCalls(videoStates.cancelling())} />);
    rerender(<TaskProgress task={withCalls(videoStates.completed())} />);
    expect(screen.getByRole('status').textContent).toContain('Finished before it could be cancelledBilled $0.21');
  });
});

describe('announcements', () => {
  test('one for each stage, none as time passes', async () => {
    const { rerender } = show(<TaskProgress task={idleVideo} />);
    const said: string[] = [];
    const live = screen.getByRole('status');
    const observer = new MutationObserver(() => said.push(live.textContent));
    observer.observe(live, { childList: true, characterData: true, subtree: true });
    for (const name of ['submitting', 'queued', 'running', 'reconnecting', 'completed'] as const) {
      rerender(<TaskProgress task={videoStates[name]()} />);
      seconds(5);
      await Promise.resolve();
    }
    observer.disconnect();
    expect(said).toEqual(['Submitting', 'Queued', 'Rendering', 'ReadyBilled $0.21 · took 30 s']);
    expect(screen.getByRole('status')).toBe(live);
  });

  test('a failure interrupts; one that was there before does not', () => {
    const { rerender, unmount } = show(<TaskProgress task={videoStates.running()} />);
    rerender(<TaskProgress task={videoStates.blocked()} />);
    expect(screen.getByRole('alert').textContent).toBe('Blocked by the safety filterNothing billed. Change the prompt and try again.');
    unmount();
    show(<TaskProgress task={videoStates.blocked()} />);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('trying again', () => {
  test.each(['blocked', 'badSetting', 'unknown', 'completed'] as const)('is not offered where it cannot help: %s', (name) => {
    show(<TaskProgress task={withCalls(videoStates[name]())} onRetry={() => {}} />);
    expect(screen.queryByRole('button', { name: /Try again/ })).toBeNull();
  });

  test('warns where it may be paid for twice', async () => {
    const onRetry = vi.fn<() => void>();
    show(<TaskProgress task={imageStates.unknown()} onRetry={onRetry} />);
    await userEvent.click(screen.getByRole('button', { name: 'Try again · may be billed again' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  test('an unknown outcome is looked up', async () => {
    const check = vi.fn<() => Promise<undefined>>(() => Promise.resolve(undefined));
    show(<TaskProgress task={{ ...videoStates.unknown(), check }} />);
    await userEvent.click(screen.getByRole('button', { name: 'Check again' }));
    expect(check).toHaveBeenCalledTimes(1);
  });
});

test('class, style and root element can follow the state', () => {
  show(
    <TaskProgress
      task={videoStates.running()}
      className={({ status }) => `mine-${status}`}
      style={({ kind }) => ({ order: kind === 'video' ? 2 : 1 })}
      render={(props, { connection }) => <section {...props} title={connection} />}
    />,
  );
  const group = screen.getByRole('group', { name: 'Video generation' });
  expect(group.tagName).toBe('SECTION');
  expect(group.className).toBe('bs-root bs-task-progress mine-running');
  expect(group.style.order).toBe('2');
  expect(group.title).toBe('live');
  expect(within(group).getByRole('progressbar')).toBeTruthy();
});

describe.each<Theme>(['light', 'dark'])('axe, %s', (theme) => {
  test.each([...Object.entries(videoStates), ...Object.entries(imageStates)])('%s', async (_, make) => {
    setTheme(theme);
    const { container } = show(<TaskProgress task={{ ...(make() as VideoTaskState), ...calls }} onRetry={() => {}} />);
    expect(await violations(container)).toEqual([]);
  });
});

const calls = { cancel: withCalls(idleVideo).cancel, check: withCalls(idleVideo).check };

async function frames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
}
