import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { PromptForm, type PromptFormProps } from 'bytespike-react';
import { vi } from 'vitest';
import { show } from './support.js';

export const onSubmit = vi.fn<NonNullable<PromptFormProps['onSubmit']>>();

export const form = (props: Partial<PromptFormProps> = {}) => show(<PromptForm onSubmit={onSubmit} {...props} />);
export const field = (name: string) => screen.getByRole('textbox', { name });
export const button = () => screen.getByRole('button', { name: /^Generat/ });
export const group = (name: string) => screen.getByRole('radiogroup', { name });
export const chosen = (name: string) => within(group(name)).getByRole<HTMLInputElement>('radio', { checked: true }).value;
export const sent = () => onSubmit.mock.calls[0]?.[0];
export const described = (element: HTMLElement) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ');
export const model = (id: string) => userEvent.selectOptions(screen.getByRole('combobox', { name: 'Model' }), id);
