import { act, renderHook, waitFor } from '@testing-library/react';
import { type Client, createClient } from 'bytespike-react';
import { createSimulatedGateway } from 'bytespike-react/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMemoryStorage } from '../../support/memory-storage.js';
import { appWith, flavours } from '../../support/flavours.js';

function rig() {
  const gateway = createSimulatedGateway({ speed: 1000 });
  onTestFinished(() => gateway.dispose());
  const storage = createMemoryStorage();
  const open = (): Client => createClient({ baseUrl: gateway.baseUrl, fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` }, storage, scope: 'ann' });
  return { gateway, open };
}

describe.each(flavours)('useImageConversation on $name', (flavour) => {
  const render = (client: Client) => renderHook(() => flavour.hooks.useImageConversation({ persist: 'cover' }), { wrapper: appWith(flavour, client) });
  const said = (turns: readonly { prompt: string; status: string }[]) => turns.map(({ prompt, status }) => `${prompt}: ${status}`);

  it('goes on from turn to turn, goes back, and is there again on the next page', async () => {
    const { gateway, open } = rig();
    const { result, unmount } = render(open());
    expect(result.current).toMatchObject({ status: 'idle', turns: [], context: { sent: 0, of: 0 } });
    expect(gateway.requests).toEqual([]);
    await act(() => result.current.send({ prompt: 'a kettle' }));
    await act(() => result.current.send({ prompt: 'make it red' }));
    await waitFor(() => expect(said(result.current.turns)).toEqual(['a kettle: success', 'make it red: success']));
    const [first] = result.current.turns;
    act(() => result.current.rewind(first!.key));
    await act(() => result.current.send({ prompt: 'make it blue' }));
    await waitFor(() => expect(said(result.current.turns)).toEqual(['a kettle: success', 'make it blue: success']));
    expect(gateway.ledger.charges).toHaveLength(3);
    unmount();
    const { result: later } = render(open());
    expect(later.current.turns).toEqual([]);
    await waitFor(() => expect(said(later.current.turns)).toEqual(['a kettle: success', 'make it blue: success']));
    expect(later.current.turns[1]!.forks).toHaveLength(2);
    act(() => later.current.show(later.current.turns[1]!.forks[0]!));
    expect(said(later.current.turns)).toEqual(['a kettle: success', 'make it red: success']);
    expect(gateway.ledger.charges).toHaveLength(3);
  });

  it('shows a turn while it is drawn, and renders once for each change', async () => {
    const { open } = rig();
    const seen: string[] = [];
    const { result } = renderHook(
      () => {
        const conversation = flavour.hooks.useImageConversation({ persist: 'cover' });
        seen.push(said(conversation.turns).join());
        return conversation;
      },
      { wrapper: appWith(flavour, open()) },
    );
    const actions = result.current.send;
    await act(() => result.current.send({ prompt: 'a kettle' }));
    await waitFor(() => expect(result.current.status).toBe('success'));
    expect([...new Set(seen)]).toEqual(['', 'a kettle: pending', 'a kettle: success']);
    expect(result.current.send).toBe(actions);
  });

  it('says why a turn was refused, and keeps the line', async () => {
    const { open } = rig();
    const { result } = render(open());
    await act(() => result.current.send({ prompt: 'a kettle' }));
    await act(async () => {
      await expect(result.current.send({ prompt: '[broke] make it red' })).rejects.toMatchObject({ code: 'insufficient_balance' });
    });
    await waitFor(() => expect(said(result.current.turns)).toEqual(['a kettle: success', '[broke] make it red: error']));
    expect(result.current.error).toMatchObject({ code: 'insufficient_balance', billed: 'no' });
  });
});
