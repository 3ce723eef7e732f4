import { type RefObject, useState } from 'react';
import { findModel } from '../../core/catalog/catalog.js';
import { type CostEstimate, estimateCost } from '../../core/catalog/cost.js';
import type { Catalog, ImageModel } from '../../core/catalog/model.js';
import type { ImageRequest } from '../../core/catalog/requests.js';
import { type ReferenceForms, referenceOf } from '../../core/catalog/start-image.js';
import { type DraftIssue, imageIssue, type PromptDraft, promptIssue } from '../../core/draft/index.js';
import type { ImageConversationResult } from '../../react/conversation-result.js';
import type { BalanceResult } from '../../react/hook-results.js';
import { useReference } from '../prompt-form/reference/use-reference.js';
import { usePageAddress } from '../use-page-address.js';
import { drawn, type Drawn, wishesOf } from './wishes.js';

/** Everything that the parts of the composer read and do. */
export interface ComposerStore {
  draft: PromptDraft;
  model: ImageModel | undefined;
  wishes: Drawn;
  /** How many turns go along at most; `undefined`: as many as the conversation lets. */
  contextTurns: number | undefined;
  setContextTurns(most: number | undefined): void;
  /** How the model takes a picture of the person's own; `undefined` where it takes none. */
  takes: ReferenceForms | undefined;
  /** By the catalog; `undefined` where it has no rate. */
  estimate: CostEstimate | undefined;
  /** USD that the balance is short of it. */
  missing: number;
  isBusy: boolean;
  /** What is wrong, as far as the person is told. */
  issues: readonly DraftIssue[];
  change(part: Partial<PromptDraft>): void;
  /** Puts what was asked for into the field. */
  fill(request: ImageRequest): void;
  unreadable(): void;
  submit(): void;
  focus(): void;
}

const EMPTY: PromptDraft = { kind: 'image', prompt: '' };

/**
 * What is said next, until it is sent.
 *
 * @param form holds the field, which gets the focus
 */
export function useComposer(form: RefObject<HTMLFormElement | null>, conversation: ImageConversationResult, catalog: Catalog, balance: Pick<BalanceResult, 'shortfall'> | undefined): ComposerStore {
  const { turns, status, send } = conversation;
  const focus = () => form.current?.querySelector('textarea')?.focus();
  const [draft, setDraft] = useState(EMPTY);
  const [contextTurns, setContextTurns] = useState<number>();
  const [isTold, setTold] = useState(false);
  // From the press of the button to the first that is seen of it.
  const [sentAt, setSentAt] = useState<unknown>();
  const known = findModel(conversation.model, catalog);
  const model = known?.kind === 'image' ? known : undefined;
  const takes = model && referenceOf(model);
  const reference = useReference(draft.image, false, false, {});
  const page = usePageAddress();

  const wishes = wishesOf(draft, turns.at(-1)?.request, model);
  const estimate = estimateCost({ model: conversation.model, prompt: '', ...wishes }, catalog);
  const missing = (estimate && balance?.shortfall(estimate)) ?? 0;
  const isBusy = status === 'pending' || sentAt === turns || reference.isPreparing;
  const { image } = draft;
  const inTheWay = [promptIssue(draft.prompt), image !== undefined && takes !== undefined ? imageIssue(image, takes, { canUpload: false, maySniff: true, page }) : undefined].filter((issue) => issue !== undefined);
  const issues = reference.issue === undefined ? inTheWay : [...inTheWay, reference.issue];

  const submit = async (): Promise<void> => {
    if (isBusy || missing > 0) return;
    setTold(inTheWay.length > 0);
    focus();
    if (inTheWay.length > 0) return;
    const ready = image !== undefined && takes !== undefined && reference.isUnprepared(image, takes) ? await reference.prepare(image, takes) : image;
    // What was wrong with it is among the issues.
    if (image !== undefined && ready === undefined) return;
    setDraft({ ...EMPTY, ...wishes });
    setSentAt(turns);
    try {
      await send({ prompt: draft.prompt.trim(), ...wishes, ...(ready !== undefined && { image: ready }), contextTurns });
    } catch {
      // The turn says it.
    }
    setSentAt(undefined);
  };

  return {
    draft,
    model,
    wishes,
    contextTurns,
    setContextTurns,
    takes,
    estimate,
    missing,
    isBusy,
    issues: issues.filter(({ code }) => isTold || code !== 'empty'),
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    fill(asked) {
      setDraft({ ...EMPTY, ...drawn(asked) });
      focus();
    },
    unreadable: reference.unreadable,
    submit: () => void submit(),
    focus,
  };
}
