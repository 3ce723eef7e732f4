import { act, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { BytespikeProvider, type Client, createClient, type Messages, PromptForm } from 'bytespike-react';
import { messages as arabic } from 'bytespike-react/locales/ar';
import { createSimulatedGateway, type SimulatedGateway } from 'bytespike-react/testing';
import type { ReactNode } from 'react';
import { describe, expect, it, onTestFinished } from 'vitest';
import { appWith, flavours } from '../../support/flavours.js';
import { violations } from './support.js';

function rig(): { gateway: SimulatedGateway; client: Client } {
  const gateway = createSimulatedGateway({ speed: 1000 });
  onTestFinished(() => gateway.dispose());
  return { gateway, client: createClient({ baseUrl: gateway.baseUrl, fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` }, storage: null }) };
}

const prompt = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Prompt' });
const button = (name: string) => screen.findByRole('button', { name });
const MINE = 'A kettle on the left';

describe.each(flavours)('help with the prompt of a form, on $name', (flavour) => {
  function Form({ text }: { text: string }): ReactNode {
    return <PromptForm assist={flavour.hooks.usePromptAssist({ model: 'claude-haiku-4-5' })} defaultValue={{ kind: 'image', prompt: text }} />;
  }
  const show = ({ client }: { client: Client }, text = MINE) => render(<Form text={text} />, { wrapper: appWith(flavour, client) });

  it('suggests, by keyboard alone, and what is taken can be undone', async () => {
    const world = rig();
    const { container } = show(world);
    (await button('Improve')).focus();
    expect(world.gateway.requests).toEqual([]);
    await userEvent.keyboard('{Enter}');
    const use = await button('Use this');
    expect(within(screen.getByRole('group', { name: 'Help with the prompt' })).getByRole('status').textContent).toMatch(/^Suggested prompt.*A kettle on the left, /);
    expect([prompt().value, document.activeElement?.textContent]).toEqual([MINE, 'Improve']);
    expect(await violations(container)).toEqual([]);
    await userEvent.tab();
    expect(document.activeElement).toBe(use);
    await userEvent.keyboard('{Enter}');
    expect(prompt().value).toMatch(/^A kettle on the left, .+/);
    expect(document.activeElement).toBe(prompt());
    await userEvent.click(await button('Undo'));
    expect(prompt().value).toBe(MINE);
    expect([screen.queryByRole('button', { name: 'Undo' }), screen.queryByRole('button', { name: 'Use this' })]).toEqual([null, null]);
    expect(world.gateway.ledger.charges).toHaveLength(1);
  });

  it('leaves the person theirs', async () => {
    show(rig());
    await userEvent.click(await button('Improve'));
    await userEvent.click(await button('Keep mine'));
    expect([prompt().value, document.activeElement]).toEqual([MINE, prompt()]);
    expect(screen.queryByText('Suggested prompt')).toBeNull();
  });

  it('is stopped by the button that began it', async () => {
    show(rig(), 'A kettle [stall]');
    await userEvent.click(await button('Improve'));
    await screen.findByText('Improving the prompt');
    const stop = await button('Stop');
    expect(document.activeElement).toBe(stop);
    await userEvent.click(stop);
    await button('Improve');
    expect([prompt().value, screen.queryByText('Improving the prompt')]).toEqual(['A kettle [stall]', null]);
  });

  it('says why it failed, and nothing where there is nothing to improve', async () => {
    show(rig(), 'A kettle [broke]');
    await userEvent.click(await button('Improve'));
    await screen.findByText(/^Not enough balance/);
    await userEvent.clear(prompt());
    expect((await button('Improve')).hasAttribute('disabled')).toBe(true);
  });

  it('fits a narrow form from right to left', async () => {
    const { client } = rig();
    const words: Messages = arabic;
    const { container } = render(
      <div dir="rtl" style={{ inlineSize: 320 }}>
        <BytespikeProvider locale="ar" messages={words}>
          <Form text={'x'.repeat(120)} />
        </BytespikeProvider>
      </div>,
      { wrapper: appWith(flavour, client) },
    );
    await userEvent.click(await button(words.assist.improve));
    await button(words.assist.use);
    const assist = container.querySelector('.bs-form-assist')!;
    await waitFor(() => expect(assist.scrollWidth).toBeLessThanOrEqual(assist.clientWidth));
    expect(await violations(container)).toEqual([]);
  });
});

it('a form without help has none', async () => {
  const { client } = rig();
  await act(async () => void render(<PromptForm />, { wrapper: ({ children }) => <BytespikeProvider client={client} locale="en">{children}</BytespikeProvider> }));
  expect(document.querySelector('.bs-form-assist')).toBeNull();
});
