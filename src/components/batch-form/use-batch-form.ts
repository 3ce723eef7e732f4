import { useRef, useState } from 'react';
import { type BatchDraft, emptyDraft, readBatchDraft, wishesOf } from '../../core/batch/batch-draft.js';
import { type BatchField, type BatchIssue, resolveBatch, type ResolvedBatch } from '../../core/batch/resolve-batch.js';
import type { BatchPreview } from '../../core/batch/states.js';
import { catalog as builtIn } from '../../core/catalog/catalog.js';
import type { Catalog } from '../../core/catalog/model.js';
import { BytespikeError, isBytespikeError } from '../../core/base/errors.js';
import type { GenerationKind } from '../../react/words/parts.js';
import { withinKinds } from '../../core/draft/index.js';
import type { ParametersStore } from '../prompt-form/Parameters.js';
import { BOTH } from '../prompt-form/use-prompt-form.js';
import { useTyped } from '../prompt-form/use-typed.js';
import type { FormSettings } from './settings.js';
import { useKeptDraft } from '../use-kept-draft.js';

/** Everything that the parts of the form read and do. */
export interface BatchFormStore {
  draft: BatchDraft;
  kinds: readonly GenerationKind[];
  catalog: Catalog;
  resolved: ResolvedBatch;
  /** What the fields of a single prompt read, which are those of all here. */
  wishes: ParametersStore;
  /** Its price; `undefined` while there is nothing to price. */
  preview: BatchPreview | undefined;
  /** `busy` while a batch is under way; `blocked` where the money does not cover it. */
  status: 'ready' | 'blocked' | 'busy';
  /** Whether some number is typed that no field takes. */
  isMistyped: boolean;
  /** Reasons that the person is told by now. */
  shown: readonly BatchIssue[];
  /** Counts the times that it was refused, to take the focus to the reason. */
  refusals: number;
  /** Why it could not be begun. */
  error: BytespikeError | undefined;
  change(part: Partial<BatchDraft>): void;
  submit(): void;
}

/** The draft of the page, or one of our own. */
function useBatchDraft({ value, defaultValue, onValueChange, persist }: FormSettings, kinds: readonly GenerationKind[]): [BatchDraft, (change: Partial<BatchDraft>) => void] {
  const name = value === undefined && persist !== undefined ? `${persist}:batch` : undefined;
  const [own, keep] = useKeptDraft(name, readBatchDraft, () => ({ ...emptyDraft(kinds[0] ?? 'image'), ...defaultValue }));
  const draft = withinKinds(value ?? own, kinds);
  const change = (part: Partial<BatchDraft>) => {
    const next = { ...draft, ...part };
    if (value === undefined) keep(next);
    onValueChange?.(next);
  };
  return [draft, change];
}

export function useBatchForm(settings: FormSettings): BatchFormStore {
  const { batch, kinds = BOTH, models, catalog = builtIn, via, atOnce } = settings;
  const [given, change] = useBatchDraft(settings, kinds);
  const typed = useTyped(wishesOf(given), () => resolveBatch(given, catalog, models).fields, (part) => change(part as Partial<BatchDraft>));
  const { kind: _kind, prompt: _prompt, ...numbers } = typed.draft;
  const draft: BatchDraft = { ...given, ...(numbers as Partial<BatchDraft>) };
  const resolved = resolveBatch(draft, catalog, models);
  const input = resolved.input && { ...resolved.input, via, atOnce };
  const preview = input && batch.preview(input);

  const [refusals, setRefusals] = useState({ count: 0, isTold: false });
  const [error, setError] = useState<BytespikeError>();
  const [isSending, setSending] = useState(false);
  // Two presses of one moment are before any render.
  const sending = useRef(false);

  const issues = [...resolved.issues, ...refusedCells(preview, resolved)];
  const isMistyped = typed.issues(resolved.fields).length > 0;
  const isUnderWay = batch.status === 'running' || batch.status === 'paused';
  const status = isSending || isUnderWay ? 'busy' : (preview?.shortfall ?? 0) > 0 ? 'blocked' : 'ready';

  const begin = async (): Promise<void> => {
    if (status !== 'ready' || sending.current) return;
    setError(undefined);
    if (issues.length > 0 || isMistyped || input === undefined) return setRefusals(({ count }) => ({ count: count + 1, isTold: true }));
    setRefusals((told) => ({ ...told, isTold: false }));
    sending.current = true;
    setSending(true);
    try {
      await batch.begin(input);
    } catch (cause) {
      setError(isBytespikeError(cause) ? cause : new BytespikeError({ code: 'internal_error', message: String(cause) }));
    }
    sending.current = false;
    setSending(false);
  };

  return {
    draft,
    kinds,
    catalog,
    resolved,
    wishes: { draft: { ...wishesOf(draft) }, typed, resolved, change: (part) => change(part as Partial<BatchDraft>) },
    preview,
    status,
    isMistyped,
    // Where the person was not told yet that nothing is there, it is no mistake.
    shown: refusals.isTold ? issues : issues.filter(({ code }) => code !== 'empty' && code !== 'none' && code !== 'no_rows'),
    refusals: refusals.count,
    error,
    change,
    submit: () => void begin(),
  };
}

/** What the check of every cell says; what is of the whole is among the form's own reasons. */
function refusedCells(preview: BatchPreview | undefined, { chosen }: ResolvedBatch): BatchIssue[] {
  const cells = preview?.problems.filter(({ row }) => row !== undefined) ?? [];
  return cells.map(({ field, column, message }) => {
    const where: BatchField = field === 'prompt' ? 'prompts' : 'models';
    const name = chosen[column ?? -1]?.model.name;
    return { field: where, code: 'refused', message: where === 'models' && name !== undefined ? `${name}: ${message}` : message };
  });
}
