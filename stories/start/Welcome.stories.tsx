import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { Welcome } from './welcome/Welcome.js';

const meta = {
  title: 'Start/Welcome',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
  render: () => <Welcome />,
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const Welcomes: Story = { name: 'Welcome' };

/** Each promise is kept, by the books of the gateway that it is on. */
export const Kept: Story = {
  tags: ['!dev'],
  play: async ({ canvas, userEvent }) => {
    const proof = (title: string) => within(canvas.getByRole('heading', { name: title }).closest('article')!);
    const books = (title: string) => [...canvas.getByRole('heading', { name: title }).closest('article')!.querySelectorAll('dd')].map(({ textContent }) => textContent);
    await waitFor(() => expect(document.querySelector('.bs-generation-stage .bs-figure[data-state="shown"]')).not.toBeNull());

    await userEvent.click(proof('Never paid twice').getByRole('button', { name: 'Generate, and cut the connection' }));
    await userEvent.click(proof('Never lost').getByRole('button', { name: 'Generate' }));
    await userEvent.click(proof('No guess is told as a fact').getByRole('button', { name: /^Generate where/ }));
    await userEvent.click(proof('A cancel that stops the bill').getByRole('button', { name: 'Generate' }));
    await userEvent.click(await proof('A cancel that stops the bill').findByRole('button', { name: /^Cancel/ }));
    await waitFor(() => expect(books('Never lost')[0]).toBe('1'));
    await userEvent.click(proof('Never lost').getByRole('button', { name: 'Reload the page' }));
    await waitFor(() => expect(books('Never paid twice')).toEqual(['1', '1', '$0.21']));
    await waitFor(() => expect(books('Never lost')).toEqual(['1', '1', '$0.21']));
    await waitFor(() => expect(books('A cancel that stops the bill')[2]).not.toBe('$0.21'));
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'No guess is told as a fact' }).closest('article')!.querySelector('[data-status="unknown"]')).not.toBeNull());
    await expect(books('No guess is told as a fact')[0]).toBe('1');
  },
};
