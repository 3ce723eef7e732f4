import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { BytespikeProvider, catalog, type PromptDraft, PromptForm, type PromptFormProps, recommendModel } from 'bytespike-react';
import { StrictMode, useState } from 'react';
import { beforeEach, describe, expect, test } from 'vitest';
import { button, described, field, form, model, onSubmit, sent } from './prompt-form-support.js';
import { setTheme, show } from './support.js';

const prompt = 'Tide over black rocks';

beforeEach(() => {
  setTheme('light');
  onSubmit.mockClear();
});

describe('the draft', () => {
  test('can be held by the app', async () => {
    const drafts: PromptDraft[] = [];
    function App() {
      const [draft, setDraft] = useState<PromptDraft>({ kind: 'video', prompt: '' });
      return (
        <PromptForm
          value={draft}
          onValueChange={(next) => {
            drafts.push(next);
            setDraft({ ...next, prompt: next.prompt.toUpperCase() });
          }}
        />
      );
    }
    show(<App />);
    await userEvent.type(field('Prompt'), 'ab');
    expect(field('Prompt')).toHaveProperty('value', 'AB');
    expect(drafts.map((draft) => draft.prompt)).toEqual(['a', 'Ab']);
    expect(drafts[1]).toMatchObject({ kind: 'video' });
  });

  test('stays as the app has it, where the app does not follow', async () => {
    show(<PromptForm value={{ kind: 'image', prompt: 'fixed' }} />);
    await userEvent.type(field('Prompt'), 'x');
    expect(field('Prompt')).toHaveProperty('value', 'fixed');
  });

  test('one kind needs no switch', () => {
    form({ kinds: ['video'], models: ['sora-2', 'gpt-image-2'] });
    expect(screen.queryByRole('radiogroup', { name: 'What to make' })).toBeNull();
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Sora 2']);
  });
});

describe('the model may be left to the recommendation', () => {
  const recommendation = recommendModel({ kind: 'video', prompt: 'Waves and storm over the sea, a draft', durationSeconds: 4 });

  test('which is sent with its parameters, until one is chosen', async () => {
    form({ defaultValue: { kind: 'video', prompt }, recommendation });
    const select = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Model' });
    const name = catalog.models.find(({ id }) => id === recommendation.model)?.name;
    expect(select.selectedOptions[0]?.textContent).toBe(`Auto: ${name}`);
    await userEvent.click(button());
    expect(sent()).toMatchObject({ model: recommendation.model, ...recommendation.params });
    await model('sora-2');
    await userEvent.click(button());
    expect(onSubmit.mock.lastCall?.[0]).toMatchObject({ model: 'sora-2' });
  });

  test('and then offers what any model grants', () => {
    form({ defaultValue: { kind: 'video', prompt }, recommendation });
    expect(screen.getByRole('spinbutton', { name: 'Seconds' }).getAttribute('max')).toBe('20');
  });

  test('says so when none fits, and takes the focus there', async () => {
    form({ defaultValue: { kind: 'video', prompt }, recommendation: { ...recommendModel({ kind: 'video', durationSeconds: 99 }), status: 'ready' } });
    await userEvent.click(button());
    const select = screen.getByRole('combobox', { name: 'Model' });
    expect(document.activeElement).toBe(select);
    expect(described(select)).toContain('No model can do all of this at once.');
    expect(onSubmit).not.toHaveBeenCalled();
  });
});

describe('pressed while the model is still being chosen', () => {
  const loading = { status: 'loading' } as const;
  const ready = { ...recommendModel({ kind: 'video', prompt }), status: 'ready' } as const;
  const again = (props: Partial<PromptFormProps>) => (
    <StrictMode>
      <BytespikeProvider locale="en">
        <PromptForm onSubmit={onSubmit} defaultValue={{ kind: 'video', prompt }} {...props} />
      </BytespikeProvider>
    </StrictMode>
  );
  const waiting = () => screen.queryByRole('button', { name: 'Auto: choosing' });

  test('it says so, and is sent once as soon as that is known', async () => {
    const { rerender } = show(again({ recommendation: loading }));
    await userEvent.click(button());
    expect(waiting()?.getAttribute('aria-disabled')).toBe('true');
    await userEvent.click(waiting()!);
    expect(onSubmit).not.toHaveBeenCalled();
    rerender(again({ recommendation: ready }));
    rerender(again({ recommendation: { ...ready } }));
    expect(onSubmit).toHaveBeenCalledOnce();
    expect(sent()).toMatchObject({ model: ready.model, prompt });
    expect(button().getAttribute('aria-disabled')).toBe(null);
    // Chosen anew, it waits for a press of its own.
    rerender(again({ recommendation: loading }));
    expect(waiting()).toBeNull();
    rerender(again({ recommendation: ready }));
    expect(onSubmit).toHaveBeenCalledOnce();
  });

  test('it is forgotten where something else was typed since', async () => {
    const { rerender } = show(again({ recommendation: loading }));
    await userEvent.click(button());
    await userEvent.type(field('Prompt'), ', at dusk');
    expect(waiting()).toBeNull();
    rerender(again({ recommendation: ready }));
    expect(onSubmit).not.toHaveBeenCalled();
    await userEvent.click(button());
    expect(sent()).toMatchObject({ prompt: `${prompt}, at dusk` });
  });

  test.each<[string, Partial<PromptFormProps>]>([
    ['the balance does not cover it', { recommendation: ready, balance: { shortfall: () => 1 } }],
    ['no model fits', { recommendation: { status: 'ready' } }],
    ['the rules cannot be had', { recommendation: { status: 'error' } }],
    ['one is being made by then', { recommendation: ready, busy: true }],
  ])('nothing is sent, then or later, where %s', async (_, then) => {
    const { rerender } = show(again({ recommendation: loading }));
    await userEvent.click(button());
    rerender(again(then));
    expect(waiting()).toBeNull();
    rerender(again({ recommendation: ready }));
    expect(onSubmit).not.toHaveBeenCalled();
  });

  test('what is wrong with the form is told at once', async () => {
    show(again({ recommendation: loading, defaultValue: { kind: 'video', prompt: '' } }));
    await userEvent.click(button());
    expect(waiting()).toBeNull();
    expect(document.activeElement).toBe(field('Prompt'));
  });
});

describe('the language of the prompt', () => {
  test('is told where the model understands another one better', async () => {
    form({ defaultValue: { kind: 'image', prompt: '国潮风格的月饼礼盒包装插画', models: { image: 'gpt-image-2' } } });
    expect(described(field('Prompt'))).toContain('GPT-Image 2 understands prompts in English best.');
    await model('seedream-v4');
    expect(described(field('Prompt'))).not.toContain('understands');
  });
});

describe('its parts can be an app’s own', () => {
  test('a picker of models and a price', async () => {
    form({
      defaultValue: { kind: 'video', prompt },
      modelPicker: ({ models, onValueChange }) => (
        <button type="button" onClick={() => onValueChange(models[1]?.id)}>
          pick
        </button>
      ),
      costPreview: ({ request, estimate }) => `${request?.model} ${estimate?.max}`,
    });
    await userEvent.click(screen.getByRole('button', { name: 'pick' }));
    expect(screen.getByText('sora-2-pro 2.3')).toBeTruthy();
    expect(screen.queryByRole('combobox', { name: 'Model' })).toBeNull();
  });

  test('class, style and root element are functions of the state', () => {
    form({
      defaultValue: { kind: 'video', prompt },
      busy: true,
      className: ({ status }) => `is-${status}`,
      style: ({ kind }) => ({ outlineStyle: kind === 'video' ? 'dotted' : 'solid' }),
      render: (props, { kind }) => <form {...props} id={`form-${kind}`} />,
    });
    const root = document.getElementById('form-video')!;
    expect(root.className).toBe('bs-root bs-prompt-form is-busy');
    expect(root.style.outlineStyle).toBe('dotted');
    expect(root.dataset).toMatchObject({ kind: 'video', status: 'busy' });
  });
});
