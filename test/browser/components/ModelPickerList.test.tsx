import { screen, waitFor } from '@testing-library/react';
import { ModelPicker, recommendModel } from 'bytespike-react';
import { describe, expect, test } from 'vitest';
// Keys of the browser's own: focus and popups behave as a person meets them.
import { userEvent } from 'vitest/browser';
import { many, reaching } from '../../../stories/model-picker/choices.js';
import { prompt } from '../../../stories/fixtures.js';
import { show } from './support.js';
import { active, open, option, said } from './model-picker-support.js';

describe('the list', () => {
  test('is grouped by vendor, and by kind where both are listed', async () => {
    const { unmount } = show(<ModelPicker kind="video" />);
    await open();
    const headings = () => [...document.querySelectorAll('.bs-picker-group')].map((each) => each.textContent);
    expect(headings().slice(0, 2)).toEqual(['OpenAI', 'Google']);
    unmount();
    show(<ModelPicker />);
    await open();
    expect(headings()[0]).toBe('Image · ByteDance');
    await userEvent.keyboard('google');
    await waitFor(() => expect(headings()).toEqual(['Image · Google', 'Video · Google']));
    await userEvent.keyboard(' video');
    await waitFor(() => expect(headings()).toEqual(['Google']));
  });

  test('finds by name, id, vendor and strength, in any order of words', async () => {
    show(<ModelPicker />);
    await open();
    const find = async (query: string) => {
      await userEvent.clear(screen.getByRole('combobox'));
      await userEvent.keyboard(query);
      return screen.getAllByRole('option').map((each) => each.querySelector('bdi')!.textContent);
    };
    expect(await find('fast veo')).toEqual(['Veo 3.1 Fast']);
    expect(await find('nano-banana-v2')).toEqual(['Nano Banana 2']);
    expect(await find('wildlife')).toEqual(['Veo 3.1']);
    expect(await find('openai count')).toEqual(['GPT-Image 2']);
  });

  test('says what each is best at, what it costs and how long it takes', async () => {
    show(<ModelPicker kind="image" request={{ model: 'gpt-image-2', prompt, size: '1024x1024', quality: 'high', n: 2 }} />);
    await open();
    await userEvent.keyboard('gpt-image');
    const row = option(/^GPT-Image 2 OpenAI/);
    expect(row.textContent).toContain('$0.16 · 12–18 s');
    expect(row.textContent).toContain('Spatial relationships, counts');
    expect(row.getAttribute('aria-setsize')).toBe('2');
  });

  test('says what is not reached by the key, and offers what only the gateway knows', async () => {
    show(<ModelPicker kind="video" models={reaching(['veo-3.1'])} recommendation={recommendModel({ kind: 'video', prompt }, reaching(['veo-3.1'])!.catalog)} />);
    await open();
    await userEvent.keyboard('sora 2 pro');
    expect(option(/^Sora 2 Pro/).textContent).toContain('Your key does not reach it.');
    await userEvent.clear(screen.getByRole('combobox'));
    await userEvent.keyboard('somebody{Enter}');
    expect(said('name')).toBe('somebody-new-1');
  });

  test('keeps few elements on the page however many models there are, and the arrows reach them all', async () => {
    show(<ModelPicker models={many(500)} />);
    await open();
    const drawn = () => screen.getAllByRole('option').length;
    expect(drawn()).toBeLessThan(40);
    expect(screen.getAllByRole('option')[0]!.getAttribute('aria-setsize')).toBe('500');
    await userEvent.keyboard('{ArrowUp}');
    await waitFor(() => expect(active()).toBe('model-500'));
    await waitFor(() => {
      const list = screen.getByRole('listbox').getBoundingClientRect();
      const last = option(/model-500/).getBoundingClientRect();
      expect(last.bottom).toBeLessThanOrEqual(list.bottom + 1);
      expect(last.top).toBeGreaterThanOrEqual(list.top - 1);
    });
    expect(drawn()).toBeLessThan(40);
    await userEvent.keyboard('model-49');
    expect(screen.getAllByRole('option').length).toBe(11);
    expect(document.querySelectorAll('.bs-picker-popup *').length).toBeLessThan(400);
  });

  test('is in order in every frame, whatever is typed', async () => {
    show(<ModelPicker kind="video" defaultValue="seedance-fast" />);
    await open();
    const disorder: string[] = [];
    const frames: number[] = [];
    const look = () => {
      const lines = [...document.querySelectorAll('.bs-picker-group, .bs-picker-option')].map((line) => line.getBoundingClientRect());
      lines.forEach(({ top }, index) => {
        const above = lines[index - 1];
        if (above !== undefined && Math.abs(top - above.bottom) > 1) disorder.push(`line ${index} is ${top - above.bottom} pixels off`);
      });
      frames.push(requestAnimationFrame(look));
    };
    look();
    for (const letter of 'seedance 2.0') await userEvent.keyboard(letter);
    for (let letter = 0; letter < 12; letter++) await userEvent.keyboard('{Backspace}');
    cancelAnimationFrame(frames.at(-1)!);
    expect(frames.length).toBeGreaterThan(12);
    expect(disorder).toEqual([]);
  });

  test.each([['whole', 18], ['in part', 500]])('opens on the model that is chosen, however far down: drawn %s', async (_, count) => {
    show(<ModelPicker models={many(count)} defaultValue={`model-${count - 1}`} />);
    await open();
    await waitFor(() => {
      const list = screen.getByRole('listbox').getBoundingClientRect();
      const chosen = option(new RegExp(`model-${count - 1}`)).getBoundingClientRect();
      expect(chosen.top).toBeGreaterThanOrEqual(list.top - 1);
      expect(chosen.bottom).toBeLessThanOrEqual(list.bottom + 1);
    });
    await userEvent.keyboard('{Home}{ArrowDown}{ArrowUp}{ArrowUp}');
    await waitFor(() => expect(active()).toBe(`model-${count}`));
    await waitFor(() => {
      const list = screen.getByRole('listbox').getBoundingClientRect();
      expect(option(new RegExp(`model-${count}`)).getBoundingClientRect().bottom).toBeLessThanOrEqual(list.bottom + 1);
    });
  });

  test('opens on the model that is chosen, however far down', async () => {
    show(<ModelPicker models={many(500)} defaultValue="model-300" />);
    await open();
    await waitFor(() => {
      const list = screen.getByRole('listbox').getBoundingClientRect();
      const chosen = option(/model-300/).getBoundingClientRect();
      expect(chosen.top).toBeGreaterThanOrEqual(list.top - 1);
      expect(chosen.bottom).toBeLessThanOrEqual(list.bottom + 1);
    });
    expect(option(/model-300/).getAttribute('aria-selected')).toBe('true');
  });
});
