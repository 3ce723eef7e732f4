// What people's own tests do, in environments that are not browsers and have a part of what those have.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import {
  type Asset,
  AssetGallery,
  AssetViewer,
  BalanceMeter,
  BatchGrid,
  BytespikeProvider,
  CompareAssets,
  ConversationCanvas,
  CostPreview,
  createClient,
  MaskEditor,
  PromptForm,
  ModelPicker,
  TaskProgress,
  UsageChart,
} from 'bytespike-react';
import { BatchForm } from 'bytespike-react/components/batch-form';
import * as reactQuery from 'bytespike-react/react-query';
import * as swr from 'bytespike-react/swr';
import { createSimulatedGateway } from 'bytespike-react/testing';
import type { ReactNode } from 'react';
import { SWRConfig } from 'swr';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { previews } from '../../stories/cost-preview/previews.js';
import { reaching } from '../../stories/model-picker/choices.js';
import { idleVideo } from '../../stories/fixtures.js';
import { history } from '../../stories/asset-gallery/history.js';
import { PATIENT } from './patience.js';

const request = { model: 'veo-3.1-fast', prompt: 'Steam over a bowl of ramen', durationSeconds: 4 } as const;
const image: Asset = { kind: 'image', url: 'https://cdn.example.com/a.png' };
const embedded: Asset = { kind: 'image', url: 'data:image/png;base64,iVBORw0KGgo=' };
const film: Asset = { kind: 'video', url: 'https://cdn.example.com/a.mp4' };
const click = (name: RegExp | string) => userEvent.click(screen.getByRole('button', { name }));

const flavours = [
  { name: 'react-query', hooks: reactQuery, wrap: (inside: ReactNode) => <QueryClientProvider client={new QueryClient()}>{inside}</QueryClientProvider> },
  { name: 'swr', hooks: swr, wrap: (inside: ReactNode) => <SWRConfig value={{ provider: () => new Map() }}>{inside}</SWRConfig> },
];

/** Every component, shown and used; the whole way from a prompt to a result. */
export function journeys(): void {
  // The default of a second is too short for a machine that does other things as well.
  configure({ asyncUtilTimeout: PATIENT.timeout });
  afterEach(() => {
    cleanup();
    localStorage.clear();
  });

  describe('every component, shown and used', () => {
    const show = (element: ReactNode) => render(<BytespikeProvider locale="en">{element}</BytespikeProvider>);

    test('AssetViewer: a picture, an embedded one, a film that plays by itself, and the lightbox', async () => {
      show(<AssetViewer assets={[image, embedded, film]} autoPlay />);
      expect(screen.getAllByRole('figure')).toHaveLength(3);
      for (const picture of document.querySelectorAll('img')) fireEvent.load(picture);
      await userEvent.click((await screen.findAllByRole('button', { name: /larger|enlarge|full/i }))[0]!);
      expect(await screen.findByRole('dialog')).toBeTruthy();
      await userEvent.keyboard('{ArrowRight}{ArrowLeft}{Escape}');
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    });

    test('AssetGallery: looked through by keyboard, pointed at, and one removed', async () => {
      const onRemove = vi.fn<(ids: readonly string[]) => void>();
      show(<AssetGallery tasks={{ tasks: history(9, [image, film]) }} onRemove={onRemove} />);
      const cells = await screen.findAllByRole('gridcell');
      expect(cells).toHaveLength(9);
      await userEvent.hover(cells[1]!);
      screen.getByRole('grid').focus();
      await userEvent.keyboard('{ArrowDown}{ArrowRight}{Home} {Delete}');
      await userEvent.click(await within(await screen.findByRole('dialog')).findByRole('button', { name: /^Remove/ }));
      await waitFor(() => expect(onRemove).toHaveBeenCalledOnce());
    });

    test('AssetGallery: more than a page can hold', async () => {
      show(<AssetGallery tasks={history(500, [image])} />);
      expect(await screen.findByRole('grid')).toBeTruthy();
      await waitFor(() => expect(screen.getAllByRole('gridcell')).toHaveLength(500));
    });

    test('CompareAssets', async () => {
      show(<CompareAssets first={{ asset: film }} second={{ asset: film }} defaultMode="slider" />);
      fireEvent.change(screen.getAllByRole('slider')[0]!, { target: { value: '30' } });
      expect(screen.getAllByRole('group').length).toBeGreaterThan(0);
    });

    test('MaskEditor: without a canvas it says so, or waits for its picture', async () => {
      show(<MaskEditor image={image.url} onDone={() => {}} onCancel={() => {}} />);
      expect(screen.getByRole('group', { name: 'Choose what changes' })).toBeTruthy();
      expect(await screen.findByRole('application', { name: 'Picture to mark' })).toBeTruthy();
      fireEvent.error(document.querySelector('.bs-mask img')!);
      expect(await screen.findByText(/cannot be shown/)).toBeTruthy();
    });

    test('BalanceMeter, CostPreview, TaskProgress', () => {
      show(
        <>
          <BalanceMeter balance={{ available: 5, held: 1, low: false }} />
          <CostPreview {...previews.ready()} />
          <TaskProgress task={idleVideo} />
        </>,
      );
      expect(document.body.textContent).toContain('$5.00');
      expect(document.body.textContent).toContain('$0.21');
    });

    test('ModelPicker: opened, searched, chosen', async () => {
      const onValueChange = vi.fn<(id: string) => void>();
      show(<ModelPicker kind="video" models={reaching(['veo-3.1', 'veo-3.1-fast'])} value="auto" onValueChange={onValueChange} />);
      await click(/^Model/);
      await userEvent.type(await screen.findByRole('combobox'), 'veo fast');
      await userEvent.keyboard('{ArrowDown}{Enter}');
      await waitFor(() => expect(onValueChange).toHaveBeenCalled());
    });

    test('PromptForm: typed, a picture put in, submitted', async () => {
      const onSubmit = vi.fn<(...submission: never) => void>();
      show(<PromptForm onSubmit={onSubmit as never} uploadImage={async () => 'https://cdn.example.com/mine.png'} />);
      await userEvent.type(screen.getByRole('textbox', { name: 'Prompt' }), request.prompt);
      const file = new File([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])], 'a.png', { type: 'image/png' });
      const field = document.querySelector<HTMLInputElement>('input[type="file"]');
      if (field !== null) await userEvent.upload(field, file);
      await click(/^Generate/);
      expect(screen.getByDisplayValue(request.prompt)).toBeTruthy();
    });
  });

  describe.each(flavours)('from the prompt to the result, on $name', ({ name, hooks: { GenerateButton, GenerationPanel, useBatch, useImageConversation, usePrompts, useUsage }, wrap }) => {
    const visit = (element: ReactNode) => {
      const gateway = createSimulatedGateway({ speed: 1000 });
      const client = createClient({ baseUrl: gateway.baseUrl, fetch: gateway.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` } });
      const page = render(wrap(<BytespikeProvider locale="en" client={client}>{element}</BytespikeProvider>));
      return { gateway, leave: () => (page.unmount(), gateway.dispose()) };
    };
    const result = () => within(screen.getByRole('region', { name: 'Results', hidden: true }));

    test.each([
      ['image', { kind: 'image', models: { image: 'seedream-v5lite' } }],
      ['video', { kind: 'video', models: { video: 'veo-3.1-fast' }, durationSeconds: 4 }],
    ] as const)('GenerationPanel: %s', async (_, defaultDraft) => {
      const onAsset = vi.fn<(asset: Asset) => void>();
      const { gateway, leave } = visit(<GenerationPanel defaultDraft={defaultDraft} onAsset={onAsset} />);
      await userEvent.type(await screen.findByRole('textbox', { name: 'Prompt' }), request.prompt);
      await click(/^Generate/);
      await userEvent.click(await screen.findByRole('button', { name: 'Use this' }));
      expect(onAsset).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ kind: defaultDraft.kind }));
      expect(gateway.ledger.charges).toHaveLength(1);
      leave();
    });

    test('ConversationCanvas', async () => {
      const Canvas = () => <ConversationCanvas conversation={useImageConversation({ persist: name })} />;
      const { gateway, leave } = visit(<Canvas />);
      await userEvent.type(await screen.findByRole('textbox', { name: 'What to draw?' }), request.prompt);
      await click(/^Send/);
      expect(await screen.findByText(/^Billed about /)).toBeTruthy();
      await userEvent.type(screen.getByRole('textbox', { name: 'What next?' }), 'At dusk');
      await click(/^Send/);
      expect(await screen.findByRole('listitem', { name: 'Turn 2 of 2' })).toBeTruthy();
      await userEvent.click(await screen.findByRole('button', { name: 'Go on from here, 1 of 2' }));
      await click('Back to the newest');
      expect(gateway.ledger.charges).toHaveLength(2);
      leave();
    });

    test('PromptForm: a prompt saved, and taken', async () => {
      const Form = () => <PromptForm prompts={usePrompts()} />;
      const { leave } = visit(<Form />);
      await userEvent.type(screen.getByRole('textbox', { name: 'Prompt' }), request.prompt);
      await userEvent.click(await screen.findByRole('button', { name: 'Saved prompts' }));
      await userEvent.click(await screen.findByRole('button', { name: 'Save this prompt' }));
      const saved = within(await screen.findByRole('list', { name: 'Saved prompts' }));
      await userEvent.click(saved.getAllByRole('button')[0]!);
      expect(await screen.findByRole('button', { name: 'Undo' })).toBeTruthy();
      leave();
    });

    test('UsageChart', async () => {
      const Spending = () => {
        const usage = useUsage();
        return <UsageChart usage={usage} byModel={useUsage({ groupBy: 'model' })} />;
      };
      const { leave } = visit(<Spending />);
      await userEvent.click(await screen.findByRole('radio', { name: 'Model' }));
      expect(await screen.findByText('Nothing was spent in this time.')).toBeTruthy();
      leave();
    });

    test('BatchForm and BatchGrid', async () => {
      const Sheet = () => {
        const batch = useBatch({ persist: name });
        return (
          <>
            <BatchForm batch={batch} kinds={['image']} persist={name} />
            <BatchGrid batch={batch} />
          </>
        );
      };
      const { gateway, leave } = visit(<Sheet />);
      await userEvent.type(await screen.findByRole('textbox', { name: 'Prompts' }), request.prompt);
      await userEvent.click(screen.getByRole('checkbox', { name: 'Seedream V5 lite' }));
      await userEvent.click(await screen.findByRole('button', { name: /^Make 1 image · / }));
      await waitFor(() => expect(screen.getByRole('progressbar').getAttribute('aria-valuetext')).toBe('1 of 1 done'));
      await userEvent.click(screen.getByRole('gridcell'));
      expect(await screen.findByRole('dialog', { name: 'Seedream V5 lite' })).toBeTruthy();
      await click('Close');
      await click('As ZIP');
      expect(gateway.ledger.charges).toHaveLength(1);
      leave();
    });

    test('GenerateButton', async () => {
      const onAsset = vi.fn<(asset: Asset) => void>();
      const { leave } = visit(<GenerateButton kinds={['image']} onAsset={onAsset} />);
      await click('Generate');
      const dialog = within(await screen.findByRole('dialog'));
      await userEvent.type(await dialog.findByRole('textbox', { name: 'Prompt' }), request.prompt);
      await userEvent.click(dialog.getByRole('button', { name: /^Generate/ }));
      await userEvent.click(await result().findByRole('button', { name: 'Use this' }));
      expect(onAsset).toHaveBeenCalledOnce();
      leave();
    });
  });
}
