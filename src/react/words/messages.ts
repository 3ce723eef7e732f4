import type { AssistMessages } from './assist.js';
import type { AssetMessages } from './asset.js';
import type { BalanceMessages } from './balance.js';
import type { BatchMessages } from './batch.js';
import type { ChainMessages } from './chain.js';
import type { ConversationMessages } from './conversation.js';
import type { CostMessages } from './cost.js';
import type { CompareMessages } from './compare.js';
import type { ErrorMessages } from './errors.js';
import type { FigureMessages } from './figures.js';
import type { FormMessages } from './form.js';
import type { GenerateMessages } from './generate.js';
import type { GalleryMessages } from './gallery.js';
import type { LightboxMessages } from './lightbox.js';
import type { ManyMessages } from './many.js';
import type { MaskMessages } from './mask.js';
import type { ModelMessages } from './models.js';
import type { ProgressMessages } from './progress.js';
import type { PromptMessages } from './prompts.js';
import type { SearchMessages } from './search.js';
import type { SheetMessages } from './sheet.js';
import type { UnitMessages } from './units.js';
import type { UploadMessages } from './uploads.js';
import type { UsageMessages } from './usage.js';

/** Every word that a person reads or hears from the components, a group for each subject. */
export interface Messages {
  units: UnitMessages;
  progress: ProgressMessages;
  errors: ErrorMessages;
  asset: AssetMessages;
  lightbox: LightboxMessages;
  compare: CompareMessages;
  form: FormMessages;
  generate: GenerateMessages;
  gallery: GalleryMessages;
  balance: BalanceMessages;
  cost: CostMessages;
  figures: FigureMessages;
  models: ModelMessages;
  uploads: UploadMessages;
  chain: ChainMessages;
  assist: AssistMessages;
  mask: MaskMessages;
  conversation: ConversationMessages;
  usage: UsageMessages;
  prompts: PromptMessages;
  search: SearchMessages;
  batch: BatchMessages;
  sheet: SheetMessages;
  /** Of the form of a batch, with which its English ones come (`englishMany`): `english` is carried by apps that have no such form. */
  many?: ManyMessages;
}

/** Words to lay over another set: any of them, group by group. */
export type MessageOverrides = { [Group in keyof Messages]?: Partial<Messages[Group]> | undefined };

/** Overrides laid over messages, or over other overrides. */
export function mergeMessages<T extends MessageOverrides>(base: T, overrides: MessageOverrides | undefined): T {
  if (overrides === undefined) return base;
  const groups = Object.entries(overrides).map(([group, words]) => [group, { ...base[group as keyof Messages], ...words }]);
  return { ...base, ...Object.fromEntries(groups) };
}
