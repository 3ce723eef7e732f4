import { screen, waitFor } from '@testing-library/react';
import { AssetViewer } from 'bytespike-react';
import { StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { assets, begin, closed, end, isMarked, nameOfFocus, open, openByKeyboard } from './lightbox-support.js';
import { show } from './support.js';

beforeEach(begin);
afterEach(end);

describe('Back', () => {
  test('closes, and stays on the page', async () => {
    const [before, href] = [history.length, location.href];
    open();
    await openByKeyboard('View larger, 1 of 3');
    expect(isMarked()).toBe(true);
    history.back();
    await closed();
    expect(location.href).toBe(href);
    expect(history.length).toBeLessThanOrEqual(before + 1);
    expect(nameOfFocus()).toBe('View larger, 1 of 3');
  });

  test('closed otherwise, no entry is left, and Forward opens nothing', async () => {
    open();
    for (let time = 0; time < 3; time++) {
      await openByKeyboard('View larger, 1 of 3');
      await userEvent.keyboard('{Escape}');
      await closed();
      await waitFor(() => expect(isMarked()).toBe(false));
    }
    const length = history.length;
    const moved = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    history.forward();
    await moved;
    expect(screen.queryByRole('dialog')).toBeNull();
    await openByKeyboard('View larger, 2 of 3');
    expect(history.length).toBe(length);
    await userEvent.keyboard('{Escape}');
    await closed();
  });

  test('keeps what a router keeps in the history', async () => {
    history.replaceState({ idx: 3, key: 'router' }, '');
    open();
    await openByKeyboard('View larger, 1 of 3');
    expect(history.state).toMatchObject({ idx: 3, key: 'router' });
    await userEvent.keyboard('{Escape}');
    await closed();
    await waitFor(() => expect(history.state).toEqual({ idx: 3, key: 'router' }));
    history.replaceState(null, '');
  });

  test('a place that the app goes to meanwhile is not left again', async () => {
    const { unmount } = open();
    await openByKeyboard('View larger, 1 of 3');
    const back = vi.spyOn(history, 'back');
    history.pushState({ page: 'elsewhere' }, '', '#elsewhere');
    unmount();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(back).not.toHaveBeenCalled();
    back.mockRestore();
    const moved = () => new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    history.go(-2);
    await moved();
  });

  test('one entry under StrictMode, and none after unmounting in the middle', async () => {
    const before = history.length;
    const back = vi.spyOn(history, 'back');
    const { unmount } = show(
      <StrictMode>
        <AssetViewer assets={assets} />
      </StrictMode>,
    );
    await openByKeyboard('View larger, 1 of 3');
    expect(history.length).toBeLessThanOrEqual(before + 1);
    expect(back).not.toHaveBeenCalled();
    unmount();
    await waitFor(() => expect(isMarked()).toBe(false));
    expect(back).toHaveBeenCalledTimes(1);
    back.mockRestore();
    expect(document.querySelector('.bs-lightbox')).toBeNull();
  });

  test('is left to the app that wants it', async () => {
    open({ backCloses: false });
    await openByKeyboard('View larger, 1 of 3');
    expect(isMarked()).toBe(false);
    await userEvent.keyboard('{Escape}');
    await closed();
  });
});
