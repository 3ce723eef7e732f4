import type { GenerationKind, OutcomeWords } from './parts.js';

/** A number of things: to choose a plural form by, and as the locale writes it. */
export interface Counted {
  count: number;
  written: string;
}

/** Where an entry of the history stands. */
export type GalleryItemStatus = 'submitting' | 'queued' | 'running' | 'completed' | 'failed' | 'cancelled' | 'unknown';

/** What the history can be narrowed to. */
export type GalleryStatusGroup = 'active' | 'completed' | 'failed' | 'cancelled' | 'unknown';

/** Why a result could not be saved. */
export type NotSaved = 'gone' | 'forbidden' | 'unsafe' | 'unreadable';

export interface GalleryMessages {
  label: string;
  /** What the keyboard can do there; told once to who cannot see it. */
  keys(can: { open: boolean; select: boolean; remove: boolean }): string;
  filters: string;
  search: string;
  kind: string;
  kindOf(kind: GenerationKind | 'all'): string;
  status: string;
  statusGroup(group: GalleryStatusGroup | 'all'): string;
  model: string;
  allModels: string;
  /** How many there are, and how many of them are shown. */
  count(facts: { shown: Counted; total: Counted }): string;
  /** Shows what came while somebody looked at older ones. */
  showNew(news: Counted): string;
  statusOf(status: GalleryItemStatus): string;
  /** What came of it, or is to come; said where it is only seen. */
  results(facts: { kind: GenerationKind; results: Counted }): string;
  notBilled: string;
  /** Made, and nobody said for how much. */
  amountNotTold: string;
  mayBeBilled: string;
  expired: string;
  broken: string;
  unsafe: string;
  unreadable: string;
  /** Cancelled before there was one. */
  noResult: string;
  /** Completed, and its result is still being read. */
  resultToCome: string;
  /** Completed on a page that is gone, and too large to be remembered. */
  notKept: string;
  /** Of the checkbox of an entry, whose own words are around it. */
  select: string;
  selected(items: Counted): string;
  selectAll: string;
  clearSelection: string;
  download: string;
  remove: string;
  removed(items: Counted): string;
  removeTitle(items: Counted): string;
  /** `active`: those of them that are still being made. */
  removeText(facts: { items: Counted; active: Counted }): string;
  removeConfirm(items: Counted): string;
  keep: string;
  saving(facts: { done: Counted; total: Counted }): string;
  saved(facts: { saved: Counted; total: Counted; stopped: boolean }): string;
  nothingToSave: string;
  notSaved(reason: NotSaved): string;
  openInTab: string;
  /** Accessible name of one such link among several. */
  openOneInTab(prompt: string): string;
  stop: string;
  dismiss: string;
  loading: string;
  empty: OutcomeWords;
  nothingFound: OutcomeWords;
  clearFilters: string;
  failed: OutcomeWords;
  retry: string;
}

const items = ({ count, written }: Counted): string => (count === 1 ? `${written} item` : `${written} items`);

const STATUS: Record<GalleryItemStatus, string> = {
  submitting: 'Submitting',
  queued: 'Queued',
  running: 'Rendering',
  completed: 'Ready',
  failed: 'Failed',
  cancelled: 'Cancelled',
  unknown: 'Not known',
};

const GROUP: Record<GalleryStatusGroup | 'all', string> = {
  all: 'Any status',
  active: 'In progress',
  completed: 'Ready',
  failed: 'Failed',
  cancelled: 'Cancelled',
  unknown: 'Outcome not known',
};

const NOT_SAVED: Record<NotSaved, string> = {
  gone: 'The link no longer works.',
  forbidden: 'Its server does not allow saving from here.',
  unsafe: 'Its address is not a safe one.',
  unreadable: 'Its data arrived damaged.',
};

export const englishGallery: GalleryMessages = {
  label: 'History',
  keys: ({ open, select, remove }) =>
    ['Arrow keys to move', open && 'Enter to open', select && 'Space to select', remove && 'Delete to remove'].filter(Boolean).join(', '),
  filters: 'Filter the history',
  search: 'Search prompts',
  kind: 'Kind',
  kindOf: (kind) => (kind === 'all' ? 'All' : kind === 'video' ? 'Videos' : 'Images'),
  status: 'Status',
  statusGroup: (group) => GROUP[group],
  model: 'Model',
  allModels: 'Any model',
  count: ({ shown, total }) => (shown.count === total.count ? items(total) : `${shown.written} of ${items(total)}`),
  showNew: ({ written }) => `Show ${written} new`,
  statusOf: (status) => STATUS[status],
  results: ({ kind, results: { count, written } }) => {
    if (count > 1) return kind === 'video' ? `${written} videos` : `${written} images`;
    return kind === 'video' ? 'Video' : 'Image';
  },
  notBilled: 'Not billed',
  amountNotTold: 'Amount not told',
  mayBeBilled: 'May be billed',
  expired: 'Link expired',
  broken: 'Could not be loaded',
  unsafe: 'Not shown: its address is not a safe one',
  unreadable: 'Its data arrived damaged',
  noResult: 'No result',
  resultToCome: 'Its result is on its way',
  notKept: 'Made, but not kept on this device',
  select: 'Select',
  selected: ({ written }) => `${written} selected`,
  selectAll: 'Select all',
  clearSelection: 'Clear',
  download: 'Download',
  remove: 'Remove',
  removed: ({ written }) => `${written} removed`,
  removeTitle: ({ count, written }) => (count === 1 ? 'Remove this from the history?' : `Remove ${written} from the history?`),
  removeText: ({ items: { count }, active }) => {
    const kept = count === 1 ? 'Its link is forgotten here. Download it first if you want to keep it.' : 'Their links are forgotten here. Download first what you want to keep.';
    if (active.count === 0) return kept;
    if (count === 1) return `${kept} It is still rendering: that goes on, and may be billed.`;
    return active.count === 1
      ? `${kept} ${active.written} is still rendering: that goes on, and may be billed.`
      : `${kept} ${active.written} are still rendering: that goes on, and may be billed.`;
  },
  removeConfirm: ({ count, written }) => (count === 1 ? 'Remove' : `Remove ${written}`),
  keep: 'Keep',
  saving: ({ done, total }) => `Saving ${done.written} of ${total.written}`,
  saved: ({ saved, total, stopped }) => {
    if (stopped) return `Stopped, ${saved.written} of ${total.written} saved`;
    if (saved.count < total.count) return `${saved.written} of ${total.written} saved`;
    return total.count === 1 ? 'Saved' : `All ${total.written} saved`;
  },
  nothingToSave: 'Nothing to save: none of these has a result.',
  notSaved: (reason) => NOT_SAVED[reason],
  openInTab: 'Open in a new tab',
  openOneInTab: (prompt) => `Open “${prompt}” in a new tab`,
  stop: 'Stop',
  dismiss: 'Dismiss',
  loading: 'Loading your history',
  empty: { title: 'Nothing here yet', text: 'What you make is kept here, newest first.' },
  nothingFound: { title: 'Nothing matches', text: 'No item has all that you filter by.' },
  clearFilters: 'Clear filters',
  failed: { title: 'Your history could not be loaded', text: 'Nothing is lost. Try again in a moment.' },
  retry: 'Try again',
};
