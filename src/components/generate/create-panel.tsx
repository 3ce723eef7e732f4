'use client';

import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Asset } from '../../core/asset.js';
import { briefOf, chosenModel, commonFields, draftFrom, openDraft, type PromptDraft, resolveDraft, withModel, withoutImage } from '../../core/draft/index.js';
import type { GenerationRequest } from '../../core/requests.js';
import type { GenerationKind } from '../../react/words/parts.js';
import { BalanceMeter } from '../balance-meter/BalanceMeter.js';
import { CostPreview } from '../cost-preview/CostPreview.js';
import { useRootProps, type StyleProps } from '../element.js';
import { type Generation, generationKind, generationStatus, isActive } from '../generation.js';
import { AUTO } from '../model-picker/given.js';
import { ModelPicker } from '../model-picker/ModelPicker.js';
import { PromptForm } from '../prompt-form/PromptForm.js';
import { activityOf, type GenerationActivity } from './activity.js';
import type { GenerationHooks } from './hooks.js';
import { Result } from './Result.js';
import { useGenerateWords } from './words.js';

const BOTH = ['image', 'video'] as const;
/** Images that start from one are edits, which are a hook of their own. */
const FROM_IMAGE = ['video'] as const;
/** What is priced while no model fits: nothing. */
const NOTHING: GenerationRequest = { model: '', prompt: '' };

/** The panel on the hooks of a flavour. */
export function createGenerationPanel(hooks: GenerationHooks): (props: GenerationPanelProps) => ReactNode {
  const { useBalance, useCostEstimate, useImageGeneration, useModelRecommendation, useModels, useVideoTask } = hooks;

  return function GenerationPanel(props: GenerationPanelProps): ReactNode {
    const { kinds = BOTH, models: allowed, defaultDraft, persist, imagesVia, uploadImage, onAsset, onTopUp, onActivity, render } = props;
    const words = useGenerateWords().messages.generate;
    const [draft, setDraft] = useState<PromptDraft>(() => ({ kind: kinds[0] ?? 'image', prompt: '', ...defaultDraft }));
    const image = useImageGeneration({ via: imagesVia });
    const video = useVideoTask({ persist });
    const balance = useBalance();

    const { catalog, models } = useModels();
    const choosable = useMemo(
      () => ({ catalog, models: models.filter(({ id, kind }) => kind === draft.kind && (allowed?.includes(id) ?? true)) }),
      [catalog, models, draft.kind, allowed],
    );
    const takesImage = FROM_IMAGE.some((kind) => kind === draft.kind);
    const common = commonFields(choosable.models);
    const recommendation = useModelRecommendation(
      briefOf(openDraft(draft), takesImage ? common : withoutImage(common), choosable.models.map(({ id }) => id)),
    );
    // What the draft asks for and a model cannot do keeps nobody from choosing it: the form says what gives way.
    const offered = useMemo(() => ({ ...recommendation, excluded: [] }), [recommendation]);
    const resolved = resolveDraft(draft, choosable.models, recommendation, takesImage);
    const { request } = resolved;
    const cost = useCostEstimate(request ?? NOTHING);

    const panel = useRef<HTMLDivElement>(null);
    const start = (next: GenerationRequest, kind: GenerationKind): unknown => (kind === 'image' ? image.generate(next) : video.submit(next));
    const fill = (next: GenerationRequest, kind: GenerationKind) => {
      setDraft(draftFrom(next, kind, draft));
      panel.current?.querySelector('textarea')?.focus();
    };
    const [own, other]: [Generation, Generation] = draft.kind === 'image' ? [image, video] : [video, image];
    // What was begun before the form turned to the other kind stays in sight.
    const shown = generationStatus(other) === 'idle' ? [own] : [own, other];
    const chosen = chosenModel(draft);

    const { status, kind, submittedAt, expectedSeconds } = activityOf([image, video]);
    useEffect(() => onActivity?.({ status, kind, submittedAt, expectedSeconds }), [onActivity, status, kind, submittedAt, expectedSeconds]);

    const state: GenerationPanelState = { status, kind: draft.kind };
    const root = useRootProps<GenerationPanelState, HTMLDivElement>('bs-generation-panel', state, props, {
      'data-status': status,
      'data-kind': draft.kind,
      children: (
        <>
          <BalanceMeter compact balance={balance} onTopUp={onTopUp} className="bs-generation-balance" />
          <div ref={panel} className="bs-generation-columns">
            <PromptForm
              value={draft}
              onValueChange={setDraft}
              kinds={kinds}
              models={allowed}
              catalog={catalog}
              recommendation={recommendation}
              balance={balance}
              busy={isActive(generationStatus(own))}
              startsFromImage={FROM_IMAGE}
              uploadImage={uploadImage}
              modelPicker={
                <ModelPicker
                  kind={draft.kind}
                  models={choosable}
                  recommendation={offered}
                  request={request}
                  value={choosable.models.some(({ id }) => id === chosen) ? chosen : AUTO}
                  onValueChange={(id) => setDraft(withModel(draft, id === AUTO ? undefined : id))}
                />
              }
              costPreview={request && <CostPreview cost={cost} request={request} balance={balance} onTopUp={onTopUp} />}
              onSubmit={(next) => {
                void start(next, draft.kind);
                // Below the form where they are one above the other: what was just begun comes into sight.
                panel.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
              }}
            />
            <div role="region" aria-label={words.results} className="bs-generation-stage">
              {shown.map((generation) => {
                const made = generationKind(generation);
                return (
                  <Result
                    key={made}
                    generation={generation}
                    aspectRatio={resolved.values.aspectRatio}
                    onRetry={() => generation.request && start(generation.request, made)}
                    onFill={(next) => fill(next, made)}
                    onAsset={onAsset}
                  />
                );
              })}
            </div>
          </div>
        </>
      ),
    });
    return render === undefined ? <div {...root} /> : render(root, state);
  };
}

export interface GenerationPanelProps extends StyleProps<GenerationPanelState, HTMLDivElement> {
  /** What can be made. @default ['image', 'video'] */
  kinds?: readonly GenerationKind[] | undefined;
  /** Ids of the models that may be chosen, also by the recommendation. @default all that the key reaches */
  models?: readonly string[] | undefined;
  /** What the form begins with. @default an empty prompt, and the model left to the recommendation */
  defaultDraft?: Partial<PromptDraft> | undefined;
  /** Names the place, whose clip is found again after a reload and goes on. @default forgotten with the page */
  persist?: string | undefined;
  /** How images are made; see `useImageGeneration`. @default 'sync' */
  imagesVia?: 'sync' | 'task' | undefined;
  /** Puts a file where the gateway can read it, and says its `https:` address. @default a first frame is given by its address */
  uploadImage?: ((file: Blob) => Promise<string>) | undefined;
  /** Takes a result; each then has a button for it. */
  onAsset?: ((asset: Asset) => unknown) | undefined;
  /** Leads to where money is added; a button when the balance is low or does not cover it. */
  onTopUp?: (() => unknown) | undefined;
  /** Told of what goes on, for an app that shows it elsewhere. */
  onActivity?: ((activity: GenerationActivity) => void) | undefined;
}

/** What `className`, `style` and `render` may depend on; also on the element as `data-*`. */
export interface GenerationPanelState {
  status: GenerationActivity['status'];
  /** What the form is for. */
  kind: GenerationKind;
}
