import type { Asset } from '../../core/outcome/asset.js';
import { formatDuration, formatMoney } from '../../react/format.js';
import type { Generation } from '../generation.js';
import type { CompareWords } from './words.js';

/** One of the two that are compared. What is not given comes from the task, where there is one. */
export interface ComparedAsset {
  asset: Asset;
  /** The generation that made it: tells model, price, time and prompt. */
  task?: Generation | undefined;
  /** @default the model, else "First" and "Second" */
  label?: string | undefined;
  /** @default the model of the request */
  model?: string | undefined;
  /** USD. @default what the task cost, or about what it will */
  price?: number | undefined;
  /** From submit to end. @default what the task took */
  seconds?: number | undefined;
  /** @default the prompt of the request */
  prompt?: string | undefined;
  /** Text alternative. @default the label and the prompt */
  alt?: string | undefined;
}

/** A side in words. */
export interface SideText {
  label: string;
  alt: string;
  /** Name and value, each only if it is known. */
  facts: readonly { name: string; value: string }[];
}

export function textOf(side: ComparedAsset, index: 0 | 1, { locale, messages }: CompareWords): SideText {
  const { compare: words, units } = messages;
  const { task, asset } = side;
  const model = side.model ?? task?.request?.model;
  const label = side.label ?? model ?? words.side(index);
  const seconds = side.seconds ?? secondsOf(task);
  const facts = [
    { name: words.model, value: model === label ? undefined : model },
    { name: words.price, value: priceOf(side, (usd) => formatMoney(usd, locale), words.about) },
    { name: words.time, value: seconds === undefined ? undefined : formatDuration(seconds * 1000, locale, units) },
  ];
  return {
    label,
    alt: side.alt ?? words.alt({ kind: asset.kind, side: label, prompt: side.prompt ?? task?.request?.prompt }),
    facts: facts.filter((fact): fact is { name: string; value: string } => fact.value !== undefined),
  };
}

function priceOf({ price, task }: ComparedAsset, format: (usd: number) => string, about: (amount: string) => string): string | undefined {
  const known = price ?? task?.cost.final;
  if (known !== undefined) return format(known);
  return task?.cost.estimated === undefined ? undefined : about(format(task.cost.estimated));
}

function secondsOf(task: Generation | undefined): number | undefined {
  const { submittedAt, endedAt } = task?.progress ?? {};
  return submittedAt === undefined || endedAt === undefined ? undefined : (endedAt - submittedAt) / 1000;
}
