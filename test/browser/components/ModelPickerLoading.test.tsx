import { screen, waitFor } from '@testing-library/react';
import { ModelPicker } from 'bytespike-react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { show } from './support.js';

vi.mock('../../../src/components/model-picker/ModelList.js', () => {
  throw new Error('The part could not be loaded.');
});

test('a list that cannot be loaded is said, keeps the choice, and is asked for again by the next press', async () => {
  show(<ModelPicker kind="video" defaultValue="veo-3.1" />);
  const button = screen.getByRole('button', { name: /^Model Veo 3.1/ });
  const press = async () => {
    button.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('The list of models could not be loaded. Try again.'));
  };
  await press();
  expect(document.activeElement).toBe(button);
  expect(button.getAttribute('aria-expanded')).toBe('false');
  expect(button.getAttribute('aria-busy')).toBeNull();
  await press();
  expect(button.textContent).toContain('Veo 3.1');
});
