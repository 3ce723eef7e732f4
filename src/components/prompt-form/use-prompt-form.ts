import { useMemo, useState } from 'react';
import { catalog as builtIn } from '../../core/catalog/catalog.js';
import { type CostEstimate, estimateCost } from '../../core/catalog/cost.js';
import type { Catalog } from '../../core/catalog/model.js';
import { type DraftIssue, imageIssue, type PromptDraft, promptIssue, type PromptSubmission, requestIssue, requestOf, type ResolvedDraft, resolveDraft, type RecommendedPick, submissionOf, takesMask } from '../../core/draft/index.js';
import { listModels, type ModelEntry } from '../../core/catalog/models.js';
import type { BalanceResult } from '../../react/hook-results.js';
import type { PromptAssistResult } from '../../react/text-results.js';
import type { PromptsResult } from '../../react/usePrompts.js';
import { useUploadsOffered } from '../../react/useUpload.js';
import type { GenerationKind } from '../../react/words/parts.js';
import { type DraftProps, useDraft } from './use-draft.js';
import { type ReferenceSending, useReference } from './reference/use-reference.js';
import type { UploadImage } from './reference/upload-image.js';
import { type TypedNumbers, useTyped } from './use-typed.js';
import { usePageAddress } from '../use-page-address.js';
import { useWhenChosen } from './use-when-chosen.js';

/** One word for whether it can be sent: text, `data-status` and ARIA come from it. */
export type FormStatus = 'ready' | 'blocked' | 'choosing' | 'uploading' | 'busy';

export interface PromptFormOptions extends DraftProps {
  /**
   * Called with a request that the model takes, and with which call it is for: `'image'` is
   * `useImageGeneration`, `'edit'` `useImageEdit`, `'video'` `useVideoTask`.
   */
  onSubmit?: ((...submission: PromptSubmission) => unknown) | undefined;
  /** What can be made. With one there is no switch. @default ['image', 'video'] */
  kinds?: readonly GenerationKind[] | undefined;
  /** Ids of the models that may be chosen. @default all of the catalog */
  models?: readonly string[] | undefined;
  /** Limits, rates and reach: `useModels().catalog`. @default the built-in one */
  catalog?: Catalog | undefined;
  /**
   * What `useModelRecommendation` says of the draft's brief. With it the model may be left to it,
   * and is until one is chosen; without it there is no such choice. What is submitted while it is
   * `loading` is sent as soon as it is `ready`, unless the prompt is another by then.
   */
  recommendation?: (RecommendedPick & { status?: 'loading' | 'ready' | 'error' }) | undefined;
  /** The result of `useBalance`: what it does not cover is not sent. */
  balance?: Pick<BalanceResult, 'shortfall'> | undefined;
  /** Whether one is being made already. @default false */
  busy?: boolean | undefined;
  /** Why nothing can be sent now, in words for the person. */
  blocked?: string | undefined;
  /**
   * Puts a file where the gateway can read it, and says its `https:` address: a video starts from an
   * address. Called on submit. Images start from the file itself, and need no such place.
   * @default that of the proxy, where it offers one (`uploads`); else no files for videos, only addresses
   */
  uploadImage?: UploadImage | undefined;
  /** The result of `usePromptAssist`: a button below the prompt then has it made better, as a suggestion that the person takes or not. @default no such button */
  assist?: PromptAssist | undefined;
  /** The result of `usePrompts`: a button below the prompt then has those that were saved, and saves this one. Its sheet is `styles/saved-prompts.css`. @default no such button */
  prompts?: PromptLibrary | undefined;
  /** What may start from an image, where a model takes one. @default ['image', 'video'] */
  startsFromImage?: readonly GenerationKind[] | undefined;
  /** Characters of the prompt. @default 32,000 */
  maxPromptLength?: number | undefined;
  /** Bytes of a reference image. @default 20 MiB */
  maxImageBytes?: number | undefined;
}

/** As much of `usePromptAssist` as the form uses. */
export type PromptAssist = Pick<PromptAssistResult, 'status' | 'text' | 'suggestion' | 'error' | 'improve' | 'accept' | 'dismiss' | 'stop'>;

/** As much of `usePrompts` as the form uses. */
export type PromptLibrary = Pick<PromptsResult, 'status' | 'prompts' | 'recent' | 'isKept' | 'search' | 'save' | 'remove'>;

/** Everything that the parts of the form read and do. */
export interface PromptFormStore {
  draft: PromptDraft;
  resolved: ResolvedDraft;
  models: readonly ModelEntry[];
  estimate: CostEstimate | undefined;
  /** Whether a file can be picked to start from. */
  takesFile: boolean;
  /** Whether it may be said what of it changes. */
  takesMask: boolean;
  status: FormStatus;
  /** A picture that is on its way to where the gateway can read it. */
  sending: ReferenceSending | undefined;
  /** USD that the balance is short of it. */
  missing: number;
  /** All that keeps it from being sent. */
  issues: readonly DraftIssue[];
  /** Those of which the person is told by now. */
  shown: readonly DraftIssue[];
  /** Counts the times that a submit was refused, to take the focus to the reason. */
  refusals: number;
  typed: TypedNumbers;
  change(part: Partial<PromptDraft>): void;
  /** The picked image turned out to be none. */
  unreadable(): void;
  submit(): void;
}

export const BOTH = ['image', 'video'] as const;

export function usePromptForm(options: PromptFormOptions): PromptFormStore {
  const { kinds = BOTH, models: allowed, catalog = builtIn, recommendation, balance, startsFromImage = BOTH } = options;
  const isOffered = useUploadsOffered();
  /** The library makes a file ready, whatever it is and however large. */
  const makesReady = options.uploadImage === undefined && isOffered === true;
  const canUpload = makesReady || options.uploadImage !== undefined;
  const [given, change] = useDraft(options, kinds);
  const entries = useMemo(() => listModels(catalog).filter(({ id }) => allowed?.includes(id) ?? true), [catalog, allowed]);
  const models = entries.filter(({ kind }) => kind === given.kind);
  const resolve = (draft: PromptDraft) => resolveDraft(draft, models, recommendation, startsFromImage.includes(draft.kind));
  const typed = useTyped(given, (draft) => resolve(draft).fields, change);
  const { draft } = typed;
  const resolved = resolve(draft);
  // Where the person was not told yet that the prompt is empty, it is no mistake.
  const [refusals, setRefusals] = useState({ count: 0, isTold: false });
  const reference = useReference(draft.image, canUpload, makesReady, options);

  const page = usePageAddress();
  const issues = [...draftIssues(draft, resolved, options, { canUpload, makesReady, page }), ...typed.issues(resolved.fields)];
  if (reference.issue !== undefined) issues.push(reference.issue);
  const refused = issues.length === 0 && resolved.request !== undefined ? requestIssue(resolved.request) : undefined;
  if (refused !== undefined) issues.push(refused);
  // What failed on its way may be tried again; every other reason has to be mended first.
  const inTheWay = issues.filter(({ code }) => code !== 'upload' && code !== 'unfetched');
  const shown = refusals.isTold ? issues : issues.filter(({ code }) => code !== 'empty' && code !== 'none');

  const estimate = resolved.request && estimateCost(resolved.request, catalog);
  const missing = (estimate && balance?.shortfall(estimate)) ?? 0;
  const isBlocked = missing > 0 || options.blocked !== undefined;
  const standing = reference.isPreparing ? 'uploading' : options.busy ? 'busy' : isBlocked ? 'blocked' : 'ready';

  const refuse = () => setRefusals(({ count }) => ({ count: count + 1, isTold: true }));
  const send = async (model: ModelEntry): Promise<void> => {
    let { values } = resolved;
    const { takes } = resolved;
    const { image: given, mask } = values;
    if (given !== undefined && takes !== undefined && (mask !== undefined || reference.isUnprepared(given, takes))) {
      const image = await reference.prepare(given, takes);
      if (image === undefined) return refuse();
      values = { ...values, image };
    }
    const request = requestOf(draft, model.id, values);
    setRefusals((told) => ({ ...told, isTold: false }));
    options.onSubmit?.(...submissionOf(draft.kind, request));
  };
  const submit = async (): Promise<void> => {
    if (standing !== 'ready') return;
    if (inTheWay.length > 0 || resolved.model === undefined) refuse();
    else await send(resolved.model);
  };
  const isHeld = standing === 'ready' && inTheWay.length === 0 && isBeingChosen(resolved, recommendation);
  const { isWaiting, press } = useWhenChosen(isHeld, `${draft.kind} ${draft.prompt}`, () => void submit());

  return {
    draft,
    resolved,
    models,
    estimate,
    takesFile: resolved.fields.image !== undefined && (resolved.fields.image.file || canUpload),
    // What it is left to is chosen among those that do, once there is a mask.
    takesMask: models.some((model) => (resolved.isAuto ? model.reachable : model === resolved.model) && takesMask(model)),
    status: isWaiting ? 'choosing' : standing,
    sending: reference.sending,
    missing,
    issues,
    shown,
    refusals: refusals.count,
    typed,
    change,
    unreadable: reference.unreadable,
    submit: press,
  };
}

/** Whether it is not known yet which model a draft is left to. */
function isBeingChosen({ isAuto, model }: Pick<ResolvedDraft, 'isAuto' | 'model'>, recommendation: PromptFormOptions['recommendation']): boolean {
  return isAuto && model === undefined && recommendation?.status === 'loading';
}

function draftIssues(draft: PromptDraft, resolved: ResolvedDraft, { maxPromptLength, maxImageBytes, recommendation }: PromptFormOptions, means: { canUpload: boolean; makesReady: boolean; page: string | undefined }): DraftIssue[] {
  const issues: (DraftIssue | undefined)[] = [promptIssue(draft.prompt, maxPromptLength)];
  const { takes, values } = resolved;
  if (resolved.model === undefined && !isBeingChosen(resolved, recommendation)) issues.push({ field: 'model', code: 'none' });
  if (values.image !== undefined && takes !== undefined) {
    issues.push(imageIssue(values.image, takes, { ...means, limit: maxImageBytes, maySniff: true }));
  }
  return issues.filter((issue) => issue !== undefined);
}
