import { screen, waitFor, within } from '@testing-library/react';
import { expect } from 'vitest';
// Keys of the browser's own: focus and popups behave as a person meets them.
import { userEvent } from 'vitest/browser';

export const root = (): HTMLElement => document.querySelector('.bs-model-picker')!;
export const button = (): HTMLElement => within(root()).getByRole('button');
export const said = (part: string): string => root().querySelector(`.bs-picker-${part}`)!.textContent.trim();
export const option = (name: RegExp | string): HTMLElement => screen.getByRole('option', { name });
/** The option that the keyboard is on, by its name. */
export const active = (): string => {
  const id = screen.getByRole('combobox').getAttribute('aria-activedescendant');
  return id === null ? '' : (document.getElementById(id)?.querySelector('bdi')?.textContent ?? '');
};

/** Opens it as a keyboard does. */
export async function open(): Promise<void> {
  button().focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Search models' })));
}
