import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { type Client, ConversationCanvas, type ConversationCanvasProps } from 'bytespike-react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { appWith, flavours } from '../../support/flavours.js';
import { pngOf } from '../../support/png.js';
import { button, field, line, listen, press, rig, say, stands, turns } from './canvas-support.js';
import { emulate, setTheme, violations } from './support.js';

beforeEach(async () => {
  setTheme('light');
  await page.viewport(900, 900);
  // Colours on their way from one state to the next are in neither.
  await emulate('prefers-reduced-motion', 'reduce');
});

afterEach(() => emulate('prefers-reduced-motion', undefined));

describe.each(flavours)('a canvas on $name', (flavour) => {
  function Canvas(props: Partial<ConversationCanvasProps>): ReactNode {
    return <ConversationCanvas conversation={flavour.hooks.useImageConversation({ persist: 'cover' })} {...props} />;
  }
  const show = (client: Client, props: Partial<ConversationCanvasProps> = {}) => render(<Canvas {...props} />, { wrapper: appWith(flavour, client) });

  it('draws a turn, says what it cost, and goes on with the next', async () => {
    const world = rig();
    const { container } = show(world.open());
    expect(await screen.findByText('Say what to draw')).toBeTruthy();
    expect(world.gateway.requests).toEqual([]);
    await say('a kettle');
    await stands('a kettle: success');
    expect(screen.getByText(/^Billed about \$0\.08, by the rate card/)).toBeTruthy();
    expect([(await field()).value, document.activeElement]).toEqual(['', await field()]);
    await say('make it red');
    await stands('a kettle: success', 'make it red: success');
    expect(within(turns()[0]!).getByText(/^Billed about \$0\.08/)).toBeTruthy();
    expect(world.gateway.ledger.charges).toHaveLength(2);
    expect(screen.getByText('Earlier turns that go along: 2 of 2. What they cost, nobody says before.')).toBeTruthy();
    expect(await violations(container)).toEqual([]);
  });

  it('says each change once to who does not see it', async () => {
    const { open } = rig();
    show(open());
    await field();
    // What comes into the log is not read out as well.
    expect(screen.getByRole('log').getAttribute('aria-live')).toBe('off');
    const heard = listen();
    await say('a kettle');
    await stands('a kettle: success');
    await say('[broke] make it red');
    await stands('a kettle: success', '[broke] make it red: error');
    await waitFor(() => expect(heard.map((text) => text.replace(/\$.*|It has.*|Nothing.*/, ''))).toEqual(['Sent. It is being drawn.', 'ReadyBilled about ', 'Sent. It is being drawn.', 'Not enough balance']));
  });

  it('is driven by keyboard alone: Enter is a new line, with Ctrl it sends', async () => {
    const { gateway, open } = rig();
    show(open());
    (await field()).focus();
    await userEvent.keyboard('a kettle{Enter}in fog');
    expect(gateway.requests).toEqual([]);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await stands('a kettle\nin fog: success');
    for (let stops = 0; document.activeElement?.textContent !== 'Edit'; stops++) {
      expect(stops).toBeLessThan(30);
      await userEvent.tab({ shift: true });
    }
    await userEvent.keyboard('{Enter}');
    expect([(await field()).value, document.activeElement]).toEqual(['a kettle\nin fog', await field()]);
  });

  it('goes back, forks, and goes between versions', async () => {
    const { gateway, open } = rig();
    show(open());
    for (const words of ['a kettle', 'make it red', 'at dusk']) {
      await say(words);
      await waitFor(() => expect(line().at(-1)).toBe(`${words}: success`));
    }
    await press('Go on from here, 1 of 3');
    await stands('a kettle: success');
    expect(document.activeElement).toBe(await field());
    expect(screen.getByText('Later turns are kept. What you say now goes on from here.').getAttribute('role')).toBe('status');
    await press('Back to the newest');
    await stands('a kettle: success', 'make it red: success', 'at dusk: success');
    await press('Go on from here, 1 of 3');
    await say('make it blue');
    await stands('a kettle: success', 'make it blue: success');
    expect(screen.getByText('Version 2 of 2').getAttribute('role')).toBe('status');
    button('Version before').focus();
    await userEvent.keyboard('{Enter}');
    await stands('a kettle: success', 'make it red: success', 'at dusk: success');
    expect(screen.getByText('Version 1 of 2')).toBeTruthy();
    // It leads nowhere now, and keeps the focus all the same.
    expect([document.activeElement, button('Version before').getAttribute('aria-disabled')]).toEqual([button('Version before'), 'true']);
    expect(gateway.ledger.charges).toHaveLength(4);
  });

  it('lets an earlier turn be said otherwise, the first as well', async () => {
    const { open } = rig();
    show(open());
    await say('a kettle');
    await stands('a kettle: success');
    await press('Edit');
    await waitFor(() => expect(turns()).toEqual([]));
    expect((await field()).value).toBe('a kettle');
    await say('a teapot');
    await stands('a teapot: success');
    await press('Version before');
    await stands('a kettle: success');
  });

  it('sends fewer turns along where the person says so', async () => {
    const { bodies, open } = rig();
    show(open());
    for (const words of ['a kettle', 'make it red']) {
      await say(words);
      await waitFor(() => expect(line().at(-1)).toBe(`${words}: success`));
    }
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Earlier turns' }), 'Last 1');
    expect(screen.getByText('Earlier turns that go along: 1 of 2. What they cost, nobody says before.')).toBeTruthy();
    await say('at dusk');
    await waitFor(() => expect(line().at(-1)).toBe('at dusk: success'));
    // What was said and drawn of one turn, and what is said now.
    expect(bodies.map(({ messages }) => messages.length)).toEqual([1, 3, 3]);
  });

  it('goes on from the picture that was chosen of several', async () => {
    const { bodies, open } = rig();
    show(open());
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Images' }), '2');
    await say('a kettle');
    await stands('a kettle: success');
    await userEvent.click(screen.getByText('Picture 2'));
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Picture 2' }).checked).toBe(true);
    const [, second] = [...turns()[0]!.querySelectorAll('img')].map(({ src }) => src);
    await say('make it red');
    await stands('a kettle: success', 'make it red: success');
    expect(JSON.stringify(bodies.at(-1))).toContain(second);
  });

  it('says that a lost turn may have been billed, and sends it once more only when told to', async () => {
    const { gateway, open, takeAMoment } = rig();
    show(open());
    gateway.inject({ kind: 'reset-after-body', on: 'POST /v1/chat/completions' });
    await say('a kettle');
    await stands('a kettle: unknown');
    expect(screen.getByText(/may have been billed\.$/)).toBeTruthy();
    const sent = gateway.requests.length;
    takeAMoment();
    await press('Try again · may be billed again');
    await stands('a kettle: success');
    expect(gateway.requests.length).toBe(sent + 1);
  });

  it('says what refused a turn, and gives its words back', async () => {
    const { gateway, open } = rig();
    const { container } = show(open());
    await say('[broke] a kettle');
    await stands('[broke] a kettle: error');
    await waitFor(() => expect(within(turns()[0]!).getByRole('alert').textContent).toContain('Not enough balance'));
    expect(await violations(container)).toEqual([]);
    await press('Edit');
    expect((await field()).value).toBe('[broke] a kettle');
    expect(gateway.ledger.charges).toEqual([]);
  });

  it('sends nothing that is empty, or that the balance does not cover', async () => {
    const { gateway, open } = rig();
    const { rerender } = show(open());
    await field();
    await press(/^Send/);
    expect([(await field()).getAttribute('aria-invalid'), document.activeElement]).toEqual(['true', await field()]);
    rerender(<Canvas balance={{ shortfall: () => 0.03 }} />);
    await say('a kettle');
    expect(screen.getByText('$0.03 short')).toBeTruthy();
    expect([turns(), gateway.requests]).toEqual([[], []]);
    expect((await field()).value).toBe('a kettle');
  });

  it('sends a picture of the person’s own with a turn, and says so, also on the next page', async () => {
    const { open } = rig();
    const { unmount } = show(open());
    await field();
    await userEvent.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, new File([await pngOf(8, 8)], 'kettle.png', { type: 'image/png' }));
    expect(await screen.findByText(/kettle\.png/)).toBeTruthy();
    await say('make it red');
    await stands('make it red: success');
    expect(screen.getByText('With a picture of yours')).toBeTruthy();
    expect(screen.queryByText(/kettle\.png/)).toBeNull();
    unmount();
    show(open());
    expect(await screen.findByText('With a picture of yours')).toBeTruthy();
  });

  it('begins anew, and keeps what was drawn for the history', async () => {
    const { open } = rig();
    show(open());
    await say('a kettle');
    await stands('a kettle: success');
    await press('Begin anew');
    expect(turns()).toEqual([]);
    expect(screen.getByText('A new conversation. The pictures of the one before stay in the history.').getAttribute('role')).toBe('status');
    expect(screen.queryByRole('button', { name: 'Back to the newest' })).toBeNull();
    expect(document.activeElement).toBe(await field());
  });
});
