import { act, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { BytespikeProvider, type Client, createClient, type PromptDraft, PromptForm, type PromptFormProps, type PromptsResult } from 'bytespike-react';
import { messages as arabic } from 'bytespike-react/locales/ar';
import { createSimulatedGateway, type SimulatedGateway } from 'bytespike-react/testing';
import { type ReactNode, useState } from 'react';
import { afterEach, describe, expect, it, onTestFinished, test, vi } from 'vitest';
import { promptsOf } from '../../../stories/prompt-form/prompts.js';
import { createMemoryStorage } from '../../support/memory-storage.js';
import { appWith, flavours } from '../../support/flavours.js';
import { setTheme, show, violations } from './support.js';

const prompt = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Prompt' });
const button = (name: string) => screen.findByRole('button', { name });
const library = () => screen.findByRole('group', { name: 'Saved prompts' });
const openLibrary = async () => {
  await userEvent.click(await button('Saved prompts'));
  return within(await library());
};
const MINE = 'A kettle on the left';

afterEach(() => setTheme('light'));

describe.each(flavours)('saved prompts in a form, on $name', (flavour) => {
  function rig(storage = createMemoryStorage()): { gateway: SimulatedGateway; client: () => Client } {
    const gateway = createSimulatedGateway({ speed: 1000 });
    onTestFinished(() => gateway.dispose());
    return { gateway, client: () => createClient({ baseUrl: gateway.baseUrl, fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` }, storage, scope: 'ann' }) };
  }
  const seen: { draft: PromptDraft; prompts: PromptsResult }[] = [];

  function Form(props: PromptFormProps): ReactNode {
    const all = flavour.hooks.usePrompts();
    const [draft, setDraft] = useState<PromptDraft>({ kind: 'image', prompt: MINE, models: { image: 'gpt-image-2' }, n: 2, seed: 7, ...props.defaultValue });
    seen.push({ draft, prompts: all });
    return <PromptForm {...props} prompts={all} value={draft} onValueChange={setDraft} />;
  }
  const page = ({ client }: ReturnType<typeof rig>, props: PromptFormProps = {}) => {
    seen.length = 0;
    return render(<Form {...props} />, { wrapper: appWith(flavour, client()) });
  };
  const now = () => seen.at(-1)!.draft;
  const prompts = () => seen.at(-1)!.prompts;

  it('are saved, there after a reload, taken with all they ask for, and given back by undo and undo', async () => {
    const world = rig();
    const first = page(world);
    const inside = await openLibrary();
    expect(await inside.findByText('Nothing found')).toBeTruthy();
    await userEvent.type(inside.getByRole('textbox', { name: 'Name' }), 'Kettle');
    await userEvent.type(inside.getByRole('textbox', { name: 'Tags, with commas' }), 'home, tea{Enter}');
    expect(await inside.findByRole('button', { name: /^Kettle/ })).toBeTruthy();
    expect(inside.getByText('Saved')).toBeTruthy();
    first.unmount();

    page(world, { defaultValue: { prompt: 'Typed a long time', quality: 'high', n: undefined, models: { image: 'nano-banana' } } });
    const again = await openLibrary();
    await userEvent.click(await again.findByRole('button', { name: /^Kettle.*home.*tea$/ }));
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Saved prompts' })).toBeNull());
    expect(now()).toMatchObject({ kind: 'image', prompt: MINE, n: 2, seed: 7, quality: undefined, models: { image: 'gpt-image-2' } });
    expect(document.activeElement).toBe(prompt());
    expect(screen.getByText('In the form: Kettle')).toBeTruthy();
    await userEvent.type(prompt(), ' and a cup');
    await userEvent.click(await button('Undo'));
    expect(now()).toMatchObject({ prompt: 'Typed a long time', quality: 'high', n: undefined, models: { image: 'nano-banana' } });
    await userEvent.click(await button('Undo'));
    expect(now()).toMatchObject({ prompt: `${MINE} and a cup`, n: 2, quality: undefined });
    expect(world.gateway.requests).toEqual([]);
  });

  it('are removed and put back, and another tab is told', async () => {
    const world = rig();
    const other = world.client();
    page(world);
    await waitFor(() => expect(prompts().status).toBe('ready'));
    await act(() => prompts().save({ name: 'Kettle', draft: now() }));
    const inside = await openLibrary();
    await userEvent.click(await inside.findByRole('button', { name: 'Remove Kettle' }));
    expect(await inside.findByText('Removed: Kettle')).toBeTruthy();
    await waitFor(() => expect(inside.queryByRole('button', { name: /^Kettle/ })).toBeNull());
    await userEvent.click(inside.getByRole('button', { name: 'Undo' }));
    expect(await inside.findByRole('button', { name: /^Kettle/ })).toBeTruthy();
    await other.signOut();
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key: null })));
    await waitFor(() => expect(inside.queryByRole('button', { name: /^Kettle/ })).toBeNull());
  });

  it('has the latest of the history, which nobody saved', async () => {
    const world = rig();
    const Drawn = () => {
      const image = flavour.hooks.useImageGeneration();
      return (
        <>
          <button type="button" onClick={() => void image.generate({ model: 'seedream-v5lite', prompt: 'Tide at noon', n: 2 })}>
            Draw
          </button>
          <span>{image.status}</span>
          <Form />
        </>
      );
    };
    render(<Drawn />, { wrapper: appWith(flavour, world.client()) });
    await userEvent.click(await button('Draw'));
    await screen.findByText('success');
    const inside = await openLibrary();
    expect(inside.getByRole('list', { name: 'Recent' })).toBeTruthy();
    await userEvent.click(inside.getByRole('button', { name: /^Tide at noon/ }));
    await waitFor(() => expect(now()).toMatchObject({ prompt: 'Tide at noon', n: 2, models: { image: 'seedream-v5lite' } }));
  });

  it('keeps the picture that the form starts from', async () => {
    const image = new File(['x'], 'a.png', { type: 'image/png' });
    page(rig(), { defaultValue: { image } });
    await waitFor(() => expect(prompts().status).toBe('ready'));
    await act(() => prompts().save({ name: 'Fog', draft: { kind: 'image', prompt: 'Fog' } }));
    const inside = await openLibrary();
    await userEvent.click(await inside.findByRole('button', { name: /^Fog/ }));
    await waitFor(() => expect(now()).toMatchObject({ prompt: 'Fog', image }));
    await userEvent.click(await button('Undo'));
    expect(now()).toMatchObject({ prompt: MINE, image });
  });
});

test('by keyboard alone: opened, left by Escape with the focus where it was, and nothing is sent from within', async () => {
  const onSubmit = vi.fn<() => void>();
  show(<PromptForm prompts={promptsOf()} onSubmit={onSubmit} defaultValue={{ kind: 'image', prompt: MINE }} />);
  (await button('Saved prompts')).focus();
  await userEvent.keyboard('{Enter}');
  const inside = within(await library());
  await userEvent.tab();
  expect(document.activeElement).toBe(inside.getByRole('textbox', { name: 'Name' }));
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await userEvent.type(inside.getByRole('searchbox'), 'Ramen{Enter}');
  expect(onSubmit).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('group', { name: 'Saved prompts' })).toBeNull());
  await waitFor(async () => expect(document.activeElement).toBe(await button('Saved prompts')));
  await userEvent.click(await button('Saved prompts'));
  await library();
  await userEvent.click(await button('Saved prompts'));
  await waitFor(() => expect(screen.queryByRole('group', { name: 'Saved prompts' })).toBeNull());
});

test('what is searched is found, or said not to be, and only what the form makes is offered', async () => {
  show(<PromptForm kinds={['image']} prompts={promptsOf()} defaultValue={{ kind: 'image', prompt: MINE }} />);
  const inside = await openLibrary();
  const names = () => [...document.querySelectorAll('.bs-saved-name')].map(({ textContent }) => textContent);
  expect(names()).toEqual(['Lighthouse', 'As a linocut', 'Perfume bottle, crystal and brushed steel']);
  await userEvent.type(inside.getByRole('searchbox', { name: 'Search' }), 'lino');
  expect(names()).toEqual(['As a linocut']);
  await userEvent.type(inside.getByRole('searchbox'), 'x');
  expect([names(), inside.getByText('Nothing found').textContent]).toEqual([[], 'Nothing found']);
});

test('what cannot be saved says why, and an empty prompt is not', async () => {
  const save = vi.fn<PromptsResult['save']>(() => Promise.reject(new Error('Too long.')));
  const { rerender } = show(<PromptForm prompts={promptsOf({ save })} value={{ kind: 'image', prompt: '' }} />);
  const inside = await openLibrary();
  await userEvent.click(inside.getByRole('button', { name: 'Save this prompt' }));
  expect(save).not.toHaveBeenCalled();
  rerender(<PromptForm prompts={promptsOf({ save })} value={{ kind: 'image', prompt: MINE }} />);
  await userEvent.type(inside.getByRole('textbox', { name: 'Name' }), 'Kettle');
  await userEvent.click(inside.getByRole('button', { name: 'Save this prompt' }));
  expect(await inside.findByText('Not saved. Shorten name and tags, or remove others.')).toBeTruthy();
  expect(inside.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Kettle');
});

test('where storage refuses it is said that they end with the page', async () => {
  show(<PromptForm prompts={promptsOf({ isKept: false })} defaultValue={{ kind: 'image', prompt: MINE }} />);
  expect((await openLibrary()).getByText('This browser keeps them until the page is closed.')).toBeTruthy();
});

test('without it there is no such button', () => {
  show(<PromptForm defaultValue={{ kind: 'image', prompt: MINE }} />);
  expect(screen.queryByRole('button', { name: 'Saved prompts' })).toBeNull();
});

test.each(['light', 'dark'] as const)('axe finds nothing in it, in %s, and in Arabic it runs from right to left', async (theme) => {
  setTheme(theme);
  document.documentElement.dir = 'rtl';
  onTestFinished(() => document.documentElement.removeAttribute('dir'));
  render(
    <BytespikeProvider locale="ar" messages={arabic}>
      <PromptForm prompts={promptsOf()} defaultValue={{ kind: 'image', prompt: MINE }} />
    </BytespikeProvider>,
  );
  await userEvent.click(await button(arabic.prompts.open));
  const popup = await screen.findByRole('group', { name: arabic.prompts.open });
  expect(getComputedStyle(popup).direction).toBe('rtl');
  expect(await violations(popup)).toEqual([]);
});
