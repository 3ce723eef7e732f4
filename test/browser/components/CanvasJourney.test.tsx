// Ten turns with a fork, two reloads and a lost answer: what is shown of money is what the gateway's ledger says.
import { render, screen, waitFor, within } from '@testing-library/react';
import { ConversationCanvas } from 'bytespike-react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { appWith, flavours } from '../../support/flavours.js';
import { line, press, rig, say, stands, turns } from './canvas-support.js';

const drew = (...prompts: readonly string[]) => prompts.map((prompt) => `${prompt}: success`);

/** USD that the turns of this line say that they cost. */
const shown = (): number[] => turns().flatMap((turn) => {
  const said = /^Billed about \$([\d.]+), by the rate card/;
  return within(turn).queryAllByText(said).map(({ textContent }) => Number(said.exec(textContent ?? '')?.[1]));
});
const sum = (amounts: readonly number[]): string => amounts.reduce((total, amount) => total + amount, 0).toFixed(2);

describe.each(flavours)('ten turns on $name', (flavour) => {
  function Canvas(): ReactNode {
    return <ConversationCanvas conversation={flavour.hooks.useImageConversation({ persist: 'cover' })} />;
  }

  it('are as the ledger has them, and each is there again', async () => {
    const { gateway, open } = rig();
    let page = render(<Canvas />, { wrapper: appWith(flavour, open()) });
    const reload = () => {
      page.unmount();
      page = render(<Canvas />, { wrapper: appWith(flavour, open()) });
    };
    const draw = async (prompt: string) => {
      await say(prompt);
      await waitFor(() => expect(line().at(-1)).toBe(`${prompt}: success`));
    };

    for (const prompt of ['a kettle', 'make it red', 'at dusk', 'in fog']) await draw(prompt);
    const asked = gateway.requests.length;
    reload();
    await stands(...drew('a kettle', 'make it red', 'at dusk', 'in fog'));
    expect(gateway.requests).toHaveLength(asked);

    await press('Go on from here, 2 of 4');
    await draw('make it blue');
    await draw('with two cups');
    gateway.inject({ kind: 'reset-after-body', on: 'POST /v1/chat/completions' });
    await say('on a tray');
    const lost = [...drew('a kettle', 'make it red', 'make it blue', 'with two cups'), 'on a tray: unknown'];
    await stands(...lost);
    const before = gateway.requests.length;
    reload();
    await stands(...lost);
    expect(screen.getByText('Your image may have been made, and may have been billed.')).toBeTruthy();
    expect(gateway.requests).toHaveLength(before);
    await draw('as a linocut');
    await stands(...drew('a kettle', 'make it red', 'make it blue', 'with two cups', 'as a linocut'));
    const second = shown();

    await press('Version before');
    await stands(...drew('a kettle', 'make it red', 'at dusk', 'in fog'));
    await draw('on a train');
    await say('[broke] in snow');
    await stands(...drew('a kettle', 'make it red', 'at dusk', 'in fog', 'on a train'), '[broke] in snow: error');
    expect(screen.getByText(/^Nothing billed\./)).toBeTruthy();
    await draw('in snow');
    await stands(...drew('a kettle', 'make it red', 'at dusk', 'in fog', 'on a train', 'in snow'));
    const first = shown();

    // Both lines have the first two turns; the lost one is on neither, and was said to be billed perhaps.
    const { charges } = gateway.ledger;
    expect([first.length, second.length, charges.length]).toEqual([6, 5, 10]);
    const lostCharge = charges[6]!.amount;
    expect(sum(charges.map(({ amount }) => amount))).toBe(sum([...first, ...second.slice(2), lostCharge]));
  });
});
