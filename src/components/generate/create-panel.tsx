'use client';

import { type ReactNode, useRef } from 'react';
import type { Asset } from '../../core/outcome/asset.js';
import { chosenAmong, draftFrom, type PromptDraft, type PromptSubmission, readDraft, withinKinds, withModel } from '../../core/draft/index.js';
import { useUploadsOffered } from '../../react/useUpload.js';
import type { GenerationKind } from '../../react/words/parts.js';
import { bringIntoSight } from '../absent.js';
import { BalanceMeter } from '../balance-meter/BalanceMeter.js';
import { CostPreview } from '../cost-preview/CostPreview.js';
import { type StyleProps, useRoot } from '../element.js';
import { type Generation, generationStatus, isActive } from '../generation.js';
import { AUTO } from '../model-picker/given.js';
import { ModelPicker } from '../model-picker/ModelPicker.js';
import type { ReuseHandlers } from '../asset-viewer/tools/subject.js';
import type { UploadImage } from '../prompt-form/reference/upload-image.js';
import { PromptForm } from '../prompt-form/PromptForm.js';
import { BOTH, type PromptAssist, type PromptLibrary } from '../prompt-form/use-prompt-form.js';
import { useKeptDraft } from '../use-kept-draft.js';
import { inSight } from './activity.js';
import type { GenerationHooks } from './hooks.js';
import type { GenerationActivity } from './idle.js';
import { createUseOffer } from './offer.js';
import { Results } from './Results.js';
import { reuseIn } from './reuse.js';
import { useActivity } from './use-activity.js';
import { usePicture } from './use-picture.js';
import { useGenerateWords } from './words.js';

/** The panel on the hooks of a flavour. */
export function createGenerationPanel(hooks: GenerationHooks): (props: GenerationPanelProps) => ReactNode {
  const { useBalance, useImageEdit, useImageGeneration, useVideoTask } = hooks;
  const useOffer = createUseOffer(hooks);

  return function GenerationPanel(props: GenerationPanelProps): ReactNode {
    const { kinds = BOTH, models: allowed, defaultDraft, persist, imagesVia, showBalance = true, onAsset, onTopUp, onActivity } = props;
    const { results: label } = useGenerateWords().messages.generate;
    const [kept, setDraft] = useKeptDraft<PromptDraft>(persist, readDraft, () => ({ kind: kinds[0] ?? 'image', prompt: '', ...defaultDraft }));
    const draft = withinKinds(kept, kinds);
    const image = useImageGeneration({ via: imagesVia, persist: persist && `${persist}:image` });
    const video = useVideoTask({ persist });
    const balance = useBalance();
    const isOffered = useUploadsOffered();
    const picture = usePicture(image, useImageEdit());
    const { models, choosable, recommendation, offered, resolved, cost } = useOffer(draft, allowed);

    const [panel, results] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
    const start = (...submission: PromptSubmission): unknown => (submission[1] === 'video' ? video.generate(submission[0]) : picture.start(...submission));
    const fill = (next: PromptDraft) => {
      setDraft(next);
      panel.current?.querySelector('textarea')?.focus();
    };
    const takesFrames = props.uploadImage !== undefined || isOffered === true;
    const reuse = reuseIn({ draft, models, takesFrames, makesClips: kinds.includes('video') }, fill);
    const [own, other]: [Generation, Generation] = draft.kind === 'image' ? [picture.state, video] : [video, picture.state];

    const status = useActivity([picture.state, video], onActivity);
    return useRoot<GenerationPanelState>('bs-generation-panel', { status, kind: draft.kind }, props, {
      'data-status': status,
      'data-kind': draft.kind,
      children: (
        <>
          {showBalance && <BalanceMeter compact balance={balance} onTopUp={onTopUp} className="bs-generation-balance" />}
          <div ref={panel} className="bs-generation-columns">
            <PromptForm
              value={draft}
              onValueChange={setDraft}
              kinds={kinds}
              models={allowed}
              catalog={choosable.catalog}
              recommendation={recommendation}
              balance={balance}
              busy={isActive(generationStatus(own))}
              {...{ uploadImage: props.uploadImage, assist: props.assist, prompts: props.prompts }}
              modelPicker={
                <ModelPicker
                  kind={draft.kind}
                  models={choosable}
                  recommendation={offered}
                  request={resolved.request}
                  value={chosenAmong(draft, choosable.models)?.id ?? AUTO}
                  onValueChange={(id) => setDraft(withModel(draft, id === AUTO ? undefined : id))}
                />
              }
              costPreview={resolved.request && <CostPreview cost={cost} request={resolved.request} balance={balance} onTopUp={onTopUp} />}
              onSubmit={(...submission) => {
                void start(...submission);
                // Below the form where they are one above the other: what was just begun comes into sight.
                bringIntoSight(results.current);
              }}
            />
            <div className="bs-generation-side">
              <div ref={results} role="region" aria-label={label} className="bs-generation-stage">
                <Results
                  generations={inSight(own, other)}
                  reuse={reuse}
                  aspectRatio={resolved.values.aspectRatio}
                  onRetry={start}
                  onEdit={(request, kind) => fill(draftFrom(request, kind, draft))}
                  onAsset={onAsset}
                />
              </div>
              {typeof props.children === 'function' ? props.children({ reuse }) : props.children}
            </div>
          </div>
        </>
      ),
    });
  };
}

export interface GenerationPanelProps extends StyleProps<GenerationPanelState, HTMLDivElement> {
  /**
   * Stands below the results: what was made before, say. As a function it is told how the form goes on from a result,
   * for an `AssetViewer` with what it came of: `({ reuse }) => <AssetViewer assets={…} request={…} reuse={reuse} />`.
   * @default nothing
   */
  children?: ReactNode | ((panel: { reuse: ReuseHandlers }) => ReactNode);
  /** Whether it tells the balance above the form; `false` for a page that tells it elsewhere. @default true */
  showBalance?: boolean | undefined;
  /** What can be made. @default ['image', 'video'] */
  kinds?: readonly GenerationKind[] | undefined;
  /** Ids of the models that may be chosen, also by the recommendation. @default all that the key reaches */
  models?: readonly string[] | undefined;
  /** What the form begins with. @default an empty prompt, and the model left to the recommendation */
  defaultDraft?: Partial<PromptDraft> | undefined;
  /** Names the place, whose clip and images are found again after a reload, and go on, and whose form has what was typed, but for picked files. @default forgotten with the page */
  persist?: string | undefined;
  /** How images are made; see `useImageGeneration`. @default 'sync' */
  imagesVia?: 'sync' | 'task' | undefined;
  /** Puts a file where the gateway can read it, and says its `https:` address. Only videos need it. @default that of the proxy, where it offers one (`uploads`); else a first frame is given by its address */
  uploadImage?: UploadImage | undefined;
  /** The result of `usePromptAssist`: a button below the prompt then has it made better, as a suggestion. @default no such button */
  assist?: PromptAssist | undefined;
  /** The result of `usePrompts`: a button below the prompt then has those that were saved, and saves this one. @default no such button */
  prompts?: PromptLibrary | undefined;
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
