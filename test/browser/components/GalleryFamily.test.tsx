import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { AssetGallery, type TaskRecord } from 'bytespike-react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { family, finished, history } from '../../../stories/asset-gallery/history.js';
import { setTheme, show, violations } from './support.js';

beforeEach(() => setTheme('light'));

const grid = () => screen.getByRole('grid');
const tile = (id: string) => document.querySelector<HTMLElement>(`[data-id="${id}"]`)!;
const active = () => grid().getAttribute('aria-activedescendant');
const line = (id: string) => tile(id).querySelector('.bs-tile-family')?.textContent ?? '';
const tasks = () => family([]);
const there = () => waitFor(() => expect(document.querySelector('.bs-tile-family')).not.toBeNull());

describe('what was made of what', () => {
  test('stands on both, with the moment of the frame, and what is gone says so', async () => {
    const { container } = show(<AssetGallery tasks={tasks()} />);
    await there();
    expect(line('c')).toBe('From a result that is gone');
    expect(line('b')).toBe('From: Steam rises, slowly (4 s)');
    expect(line('a')).toBe('From: A kettle on the left and a mug on the rightBecame: And the kettle begins to sing');
    expect(line('key-0')).toBe('Became: Steam rises, slowly');
    expect(await violations(container)).toEqual([]);
  });

  test('leads there by a press, which opens and selects nothing', async () => {
    const onOpen = vi.fn<(task: TaskRecord) => void>();
    show(<AssetGallery tasks={tasks()} onOpen={onOpen} />);
    await there();
    await userEvent.click(within(tile('b')).getByRole('button', { name: /^From/ }));
    await waitFor(() => expect(active()).toMatch(/-a$/));
    expect(document.activeElement).toBe(grid());
    await userEvent.click(within(tile('a')).getByRole('button', { name: /^Became/ }));
    await waitFor(() => expect(active()).toMatch(/-b$/));
    expect(onOpen).not.toHaveBeenCalled();
    expect(document.querySelector('[data-selected]')).toBeNull();
  });

  test('leads there by the keyboard, which is told of it', async () => {
    const onOpen = vi.fn<(task: TaskRecord) => void>();
    show(<AssetGallery tasks={tasks()} onOpen={onOpen} />);
    await there();
    expect(grid().getAttribute('aria-description')).toMatch(/Enter to open.*Shift and Enter to what it came from/);
    grid().focus();
    await userEvent.keyboard('{ArrowRight}{Shift>}{Enter}{/Shift}');
    await waitFor(() => expect(active()).toMatch(/-a$/));
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
    await waitFor(() => expect(active()).toMatch(/-key-0$/));
    // Nothing is before it.
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
    expect(active()).toMatch(/-key-0$/);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(active()).toMatch(/-a$/));
    expect(onOpen).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledTimes(1);
  });

  test('shows first what is filtered out', async () => {
    show(<AssetGallery tasks={tasks()} defaultFilter={{ kind: 'video' }} />);
    await there();
    expect(tile('key-0')).toBeNull();
    await userEvent.click(within(tile('a')).getByRole('button', { name: /^From/ }));
    await waitFor(() => expect(active()).toMatch(/-key-0$/));
    expect(tile('key-0')).toBeVisible();
  });

  test('says of a result that was removed that it is gone, and of many what is left', async () => {
    const many = ['d', 'e', 'f'].map((outTaskId) => ({ ...tasks()[2]!, outTaskId }));
    const { rerender } = show(<AssetGallery tasks={[...many, ...tasks()]} />);
    await there();
    expect(line('key-0')).toBe('Became: Steam rises, slowlyBecame: Steam rises, slowlyand 2 more');
    rerender(<AssetGallery tasks={tasks().filter(({ outTaskId }) => outTaskId !== 'key-0')} />);
    await waitFor(() => expect(line('a')).toMatch(/^From a result that is gone/));
  });

  test('is left out where storage has something else in its place', async () => {
    const [gone, ...others] = tasks();
    const odd = ['a', { index: 0 }, { outTaskId: 'a', index: 0, seconds: 'x' }, null].map((parent, index) => ({ ...gone, outTaskId: `odd-${index}`, request: { ...gone!.request, parent } }) as TaskRecord);
    show(<AssetGallery tasks={[...odd, ...others]} />);
    await there();
    expect(odd.map(({ outTaskId }) => line(outTaskId))).toEqual(['', '', 'From: Steam rises, slowly', '']);
  });

  test('is not there where nothing was made of anything, and Enter opens whatever is held', async () => {
    const onOpen = vi.fn<(task: TaskRecord) => void>();
    show(<AssetGallery tasks={history(3, [])} onOpen={onOpen} />);
    grid().focus();
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
    expect(onOpen).toHaveBeenCalledWith(expect.objectContaining({ outTaskId: finished(0, []).outTaskId }));
    expect(grid().getAttribute('aria-description')).not.toContain('Shift');
  });
});
