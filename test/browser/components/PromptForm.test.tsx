import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { catalog, PromptForm, type PromptFormProps } from 'bytespike-react';
import { beforeEach, describe, expect, test } from 'vitest';
import { validateRequest } from '../../../src/core/catalog/validate.js';
import { button, chosen, described, field, form, group, model, onSubmit, sent } from './prompt-form-support.js';
import { setTheme, show, violations } from './support.js';

const prompt = 'Tide over black rocks';

beforeEach(() => {
  setTheme('light');
  onSubmit.mockClear();
});

describe('by keyboard alone', () => {
  test('a clip, from the switch to the shortcut', async () => {
    form();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    expect(chosen('What to make')).toBe('video');
    await userEvent.tab();
    expect(document.activeElement).toBe(field('Prompt'));
    await userEvent.keyboard(prompt);
    await userEvent.tab();
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Model' }));
    await model('veo-3.1-fast');
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    expect(chosen('Shape')).toBe('9:16');
    await userEvent.tab();
    const seconds = screen.getByRole('spinbutton', { name: 'Seconds' });
    expect(document.activeElement).toBe(seconds);
    await userEvent.clear(seconds);
    await userEvent.keyboard('3');
    expect(button().textContent).toContain('Generate · $0.17');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(onSubmit).toHaveBeenCalledExactlyOnceWith(
      { model: 'veo-3.1-fast', prompt, aspectRatio: '9:16', resolution: '720p', durationSeconds: 3 },
      'video',
    );
  });

  test('every control is reached in the order in which it is read', async () => {
    form({ defaultValue: { kind: 'image', prompt, models: { image: 'gpt-image-2' } } });
    screen.getByText('More settings').closest('details')!.open = true;
    const reached: string[] = [];
    for (let step = 0; step < 12; step++) {
      await userEvent.tab();
      reached.push((document.activeElement as HTMLInputElement).value || document.activeElement!.textContent || '');
    }
    expect(reached).toEqual(['image', prompt, 'Drop, paste or choose a reference image', 'gpt-image-2', '1:1', '1024x1024', '1', 'medium', 'More settings', 'natural', 'png', 'Generate · $0.03Ctrl ↵']);
  });

  test('Enter in a list of candidates for a character sends nothing', () => {
    form({ defaultValue: { prompt } });
    field('Prompt').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, keyCode: 229, bubbles: true }));
    expect(onSubmit).not.toHaveBeenCalled();
  });
});

describe('what it sends', () => {
  test.each(catalog.models)('$id takes what its form says untouched', async ({ id, kind }) => {
    form({ defaultValue: { kind, prompt: `  ${prompt} `, models: { [kind]: id } } });
    await userEvent.click(button());
    expect(onSubmit).toHaveBeenCalledTimes(1);
    expect(sent()).toMatchObject({ model: id, prompt });
    expect(() => validateRequest(sent()!)).not.toThrow();
  });

  test('the price on the button is that of exactly this, at once', async () => {
    form({ defaultValue: { kind: 'image', prompt, models: { image: 'gpt-image-2' } } });
    expect(button().textContent).toContain('$0.03');
    await userEvent.click(within(group('Quality')).getByRole('radio', { name: 'High' }));
    expect(button().textContent).toContain('$0.08');
    await userEvent.click(within(group('Images')).getByRole('radio', { name: '3' }));
    expect(button().textContent).toContain('$0.24');
    await userEvent.click(within(group('Size')).getByRole('radio', { name: '4096 × 4096' }));
    expect(button().textContent).toContain('up to $3.00');
  });

  test('a seed is a number or a random one, and a picked one can be seen', async () => {
    form({ defaultValue: { kind: 'image', prompt, models: { image: 'seedream-v4' } } });
    screen.getByText('More settings').click();
    expect(field('Seed').getAttribute('placeholder')).toBe('Random');
    await userEvent.click(screen.getByRole('button', { name: 'Pick one' }));
    const picked = Number((field('Seed') as HTMLInputElement).value);
    expect(Number.isInteger(picked)).toBe(true);
    await userEvent.click(button());
    expect(sent()).toMatchObject({ seed: picked });
    onSubmit.mockClear();
    await userEvent.click(screen.getByRole('button', { name: 'Make random' }));
    await userEvent.click(button());
    expect(sent()).not.toHaveProperty('seed');
  });
});

describe('what is wrong is said beside its field, before anything is sent', () => {
  test('an empty prompt, once one tried', async () => {
    form();
    expect(field('Prompt').hasAttribute('aria-invalid')).toBe(false);
    await userEvent.click(button());
    expect(onSubmit).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(field('Prompt'));
    expect(field('Prompt').getAttribute('aria-invalid')).toBe('true');
    expect(described(field('Prompt'))).toContain('Say in a few words what to make.');
    await userEvent.keyboard('Tide');
    expect(field('Prompt').hasAttribute('aria-invalid')).toBe(false);
  });

  test('a prompt over the limit, with how much', async () => {
    form({ defaultValue: { prompt: 'twelve chars' }, maxPromptLength: 10 });
    expect(screen.getByText('12 of 10 characters')).toBeTruthy();
    expect(described(field('Prompt'))).toContain('2 characters too long. Shorten it.');
    await userEvent.click(button());
    expect(onSubmit).not.toHaveBeenCalled();
  });

  test('a number that the model does not take, folded away or not', async () => {
    form({ defaultValue: { kind: 'video', prompt, models: { video: 'sora-2' } } });
    const seconds = screen.getByRole('spinbutton', { name: 'Seconds' });
    await userEvent.clear(seconds);
    await userEvent.type(seconds, '12');
    expect(described(seconds)).toContain('A whole number from 1 to 10.');
    const details = screen.getByText('More settings').closest('details')!;
    details.open = true;
    await userEvent.type(field('Seed'), '1.5');
    details.open = false;
    await userEvent.click(button());
    await waitFor(() => expect(document.activeElement).toBe(seconds));
    // What a shorter model refused, a longer one takes as it was typed.
    await model('sora-2-pro');
    expect(seconds.hasAttribute('aria-invalid')).toBe(false);
    await userEvent.click(button());
    expect(onSubmit).not.toHaveBeenCalled();
    expect(details.open).toBe(true);
    expect(document.activeElement).toBe(field('Seed'));
    await userEvent.clear(field('Seed'));
    await userEvent.click(button());
    expect(sent()).toMatchObject({ model: 'sora-2-pro', durationSeconds: 12 });
  });

  test('a shortfall keeps it from being sent, and says how much is missing', async () => {
    form({ defaultValue: { prompt }, balance: { shortfall: () => 0.12 } });
    expect(button().getAttribute('aria-disabled')).toBe('true');
    expect(described(button())).toContain('The balance is $0.12 short of this.');
    await userEvent.click(button());
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(onSubmit).not.toHaveBeenCalled();
  });

  test('while one is being made, there is no second', async () => {
    form({ defaultValue: { prompt }, busy: true });
    expect(button().textContent).toBe('Generating');
    await userEvent.click(button());
    expect(onSubmit).not.toHaveBeenCalled();
  });
});

describe('nothing typed is lost', () => {
  test('a model that cannot do it says what changed, and the next one has it back', async () => {
    form({ defaultValue: { kind: 'video', prompt, models: { video: 'sora-2-pro' }, durationSeconds: 12, aspectRatio: '9:16' } });
    await model('veo-3.1-fast');
    expect(screen.getByText('Changed for Veo 3.1 Fast').closest('[role="status"]')?.textContent).toContain('Seconds: 5 instead of 12');
    expect(chosen('Shape')).toBe('9:16');
    await model('sora-2-pro');
    expect(screen.queryByText(/^Changed for/)).toBeNull();
    expect(screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Seconds' }).value).toBe('12');
  });

  test('the other kind keeps the prompt, and each kind its own model', async () => {
    form({ defaultValue: { kind: 'image', prompt, models: { image: 'seedream-v4' }, negativePrompt: 'rain' } });
    await userEvent.click(screen.getByRole('radio', { name: 'Video' }));
    expect(screen.getByDisplayValue(prompt)).toBeTruthy();
    await model('sora-2-pro');
    await userEvent.click(screen.getByRole('radio', { name: 'Image' }));
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Model' }).value).toBe('seedream-v4');
    expect(screen.getByDisplayValue('rain')).toBeTruthy();
    await model('gpt-image-2');
    expect(screen.getByText('Leave out: left out, and kept for a model that takes it')).toBeTruthy();
  });

  test('a submit leaves everything as it is', async () => {
    form({ defaultValue: { kind: 'video', prompt, models: { video: 'sora-2' }, durationSeconds: 7 } });
    await userEvent.click(button());
    expect(screen.getByDisplayValue(prompt)).toBeTruthy();
    expect(screen.getByDisplayValue('7')).toBeTruthy();
  });
});

describe('how it is laid out', () => {
  const wide: Partial<PromptFormProps> = {
    defaultValue: { kind: 'image', prompt: 'x'.repeat(300), models: { image: 'gpt-image-2' }, durationSeconds: 12, negativePrompt: 'y'.repeat(200) },
    balance: { shortfall: () => 0.12 },
  };

  test.each(['ltr', 'rtl'])('nothing overflows a sidebar of 320 pixels, %s', (direction) => {
    const { container } = show(
      <div dir={direction} style={{ inlineSize: 288 }}>
        <PromptForm {...wide} />
        <PromptForm defaultValue={{ kind: 'video', prompt, models: { video: 'sora-2-pro' } }} />
      </div>,
    );
    for (const details of container.querySelectorAll('details')) details.open = true;
    const outside = [...container.querySelectorAll<HTMLElement>('.bs-prompt-form *')].filter((element) => {
      const [inner, outer] = [element.getBoundingClientRect(), element.closest('form')!.getBoundingClientRect()];
      return inner.width > 0 && (inner.left < outer.left - 0.5 || inner.right > outer.right + 0.5);
    });
    expect(outside.map(({ className }) => className)).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('has no fault that axe finds, %s', async (theme) => {
    setTheme(theme);
    const { container } = show(
      <>
        <PromptForm {...wide} />
        <PromptForm defaultValue={{ kind: 'video', prompt: '', models: { video: 'sora-2-pro' } }} uploadImage={async () => ''} />
      </>,
    );
    for (const details of container.querySelectorAll('details')) details.open = true;
    await userEvent.click(screen.getAllByRole('button', { name: /^Generate/ })[1]!);
    await waitFor(() => expect(container.querySelector('[aria-invalid]')).not.toBeNull());
    expect(await violations(container)).toEqual([]);
  });
});
