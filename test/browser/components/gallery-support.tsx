import { screen, waitFor } from '@testing-library/react';
import { AssetGallery, type AssetGalleryProps, type TaskRecord } from 'bytespike-react';
import { type ReactNode, useState } from 'react';
import { expect } from 'vitest';
import { userEvent } from 'vitest/browser';

/** An app that forgets what it is asked to forget. */
export function App({ initial, ...props }: Partial<AssetGalleryProps> & { initial: readonly TaskRecord[] }): ReactNode {
  const [tasks, setTasks] = useState(initial);
  return <AssetGallery tasks={tasks} onRemove={(ids) => setTasks(tasks.filter(({ outTaskId }) => !ids.includes(outTaskId)))} {...props} />;
}

export const grid = () => screen.getByRole('grid');
export const active = () => document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')?.dataset['id'];
export const selected = () => [...document.querySelectorAll<HTMLElement>('[aria-selected="true"]')].map(({ dataset }) => dataset['id']);
export const told = () => screen.getAllByRole('status').map(({ textContent }) => textContent).filter(Boolean);
export const shown = () => [...document.querySelectorAll<HTMLElement>('[role="gridcell"]')].map(({ dataset }) => dataset['id']);
export const cell = (id: string) => document.querySelector<HTMLElement>(`[data-id="${id}"]`)!;
export const ready = () => screen.findAllByRole('gridcell');

/** Enters the grid with the Tab key alone. */
export async function enter(): Promise<void> {
  for (let presses = 0; document.activeElement !== grid() && presses < 9; presses++) await userEvent.keyboard('{Tab}');
  expect(document.activeElement).toBe(grid());
}

/** Removes what is selected, with the keyboard alone. */
export async function confirm(): Promise<void> {
  await userEvent.keyboard('{Delete}');
  // A key that comes before that is the grid's.
  await waitFor(() => expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true));
  await userEvent.keyboard('{Tab}{Enter}');
}

export const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
