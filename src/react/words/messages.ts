import type { AssetMessages } from './asset.js';
import type { ErrorMessages } from './errors.js';
import type { ProgressMessages } from './progress.js';
import type { UnitMessages } from './units.js';

/** Every word that a person reads or hears from the components, a group for each subject. */
export interface Messages {
  units: UnitMessages;
  progress: ProgressMessages;
  errors: ErrorMessages;
  asset: AssetMessages;
}

/** Words to lay over another set: any of them, group by group. */
export type MessageOverrides = { [Group in keyof Messages]?: Partial<Messages[Group]> | undefined };

/** Overrides laid over messages, or over other overrides. */
export function mergeMessages<T extends MessageOverrides>(base: T, overrides: MessageOverrides | undefined): T {
  if (overrides === undefined) return base;
  const groups = Object.entries(overrides).map(([group, words]) => [group, { ...base[group as keyof Messages], ...words }]);
  return { ...base, ...Object.fromEntries(groups) };
}
