'use client';

import { type ReactNode, useDeferredValue, useMemo, useRef } from 'react';
import { catalog as builtIn } from '../../core/catalog/catalog.js';
import type { Catalog } from '../../core/catalog/model.js';
import type { TaskRecord } from '../../core/records/task-store.js';
import type { ReadStatus, TasksResult } from '../../react/hook-results.js';
import type { AssetSearchResult } from '../../react/search-result.js';
import { type StyleProps, useRoot } from '../element.js';
import { loadOnce } from '../../core/base/load-once.js';
import { Said } from '../Said.js';
import { useControlled } from '../use-controlled.js';
import { useLoaded } from '../use-loaded.js';
import { Filters } from './Filters.js';
import { type GalleryFilter, matching, modelsOf } from './filter.js';
import { Grid } from './Grid.js';
import { groupOf, statusOf } from './item.js';
import { Notice } from './Notice.js';
import { Skeleton } from './Skeleton.js';
import { useHeldBack } from './use-held-back.js';
import { NOTHING, useSelection } from './use-selection.js';
import { useTileContext } from './tile/use-tile-context.js';
import { counted, newsOf, useGalleryWords } from './words.js';

const EVERYTHING: GalleryFilter = {};

/** Most who look through what was made remove nothing, and select nothing. */
const removeDialog = loadOnce(async () => (await import('./RemoveDialog.js')).RemoveDialog);
const searchLine = loadOnce(async () => (await import('./SearchLine.js')).SearchLine);
const tray = loadOnce(async () => (await import('./Tray.js')).Tray);

/**
 * What was made and what is being made, newest first: to look through, search, keep or remove. Ten
 * thousand are as light as fifty, since only those that are seen are in the page.
 */
export function AssetGallery(props: AssetGalleryProps): ReactNode {
  const { status: read = 'success', selectable = true, filters = true, tileSize = 168, catalog = builtIn, search } = props;
  const tasks = 'tasks' in props.tasks ? props.tasks.tasks : props.tasks;
  const words = useGalleryWords();
  const { gallery } = words.messages;
  const [filter, setFilter] = useControlled(props.filter, props.defaultFilter ?? EVERYTHING, props.onFilterChange);
  const { shown, held, setLooking, release } = useHeldBack(tasks);
  const home = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);

  const context = useTileContext(words, catalog, selectable, tasks);
  // A letter that is typed is seen at once; ten thousand tiles may take a moment longer.
  const applied = useDeferredValue(filter);
  const found = useMemo(() => matching(shown, applied, context, search), [shown, applied, context, search]);
  const choices = useMemo(() => modelsOf(tasks, context.models, words.locale), [tasks, context.models, words]);
  // The button that asked may go with the selection.
  const { selection, selected, select, removing, setRemoving, removed, remove } = useSelection(props, found, () => (grid.current ?? home.current)?.focus());

  const { Component: Tray } = useLoaded(tray, selected.length > 0);
  const { Component: RemoveDialog } = useLoaded(removeDialog, removing !== undefined || (props.onRemove !== undefined && selected.length > 0));
  const { Component: SearchLine } = useLoaded(searchLine, search !== undefined);
  const status: GalleryStatus = tasks.length === 0 ? EMPTY[read] : found.length === 0 ? 'nothing-found' : 'ready';
  const state: AssetGalleryState = { status, count: found.length, selected: selected.length };

  const label = props.label ?? gallery.label;
  const failed = read === 'error' && <Notice {...gallery.failed} action={gallery.retry} onAction={props.onRetry} focusNext={home} />;
  const showAll = () => {
    setFilter(EVERYTHING);
    release();
  };
  const askToRemove = props.onRemove && setRemoving;
  return useRoot('bs-gallery', state, props, {
    role: 'group',
    'aria-label': label,
    'aria-busy': status === 'loading' || undefined,
    'data-status': status,
    'data-selecting': selected.length > 0 ? '' : undefined,
    'data-openable': props.onOpen === undefined ? undefined : '',
    children: (
      <>
        {filters && tasks.length > 0 && <Filters filter={filter} models={choices} found={found.length} total={shown.length} words={words} onChange={setFilter} line={search && SearchLine && <SearchLine {...{ search, words, counted }} query={applied.search ?? ''} among={matching(shown, { ...applied, search: undefined }, context)} found={found.length} total={shown.length} />} />}
        {tasks.length > 0 && failed}
        {/* Takes the focus when what had it is gone. */}
        <div ref={home} tabIndex={-1} className="bs-gallery-home">
          {status === 'loading' && <Skeleton label={gallery.loading} />}
          {status === 'empty' && <Notice {...gallery.empty} />}
          {tasks.length === 0 && failed}
          {status === 'nothing-found' && <Notice {...gallery.nothingFound} action={gallery.clearFilters} onAction={() => setFilter(EVERYTHING)} focusNext={home} />}
          {status === 'ready' && (
            <Grid
              ref={grid}
              label={label}
              tasks={found}
              {...{ tileSize, selection, context, held }}
              onSelect={select}
              onOpen={props.onOpen}
              onRemove={askToRemove}
              onLooking={setLooking}
              onShowNew={release}
              onShowAll={showAll}
              focusNext={home}
            />
          )}
          {Tray && <Tray {...{ selected, words }} total={found.length} onAll={() => select(found.map(({ outTaskId }) => outTaskId))} onRemove={askToRemove && (() => askToRemove(selected))} onClear={() => select(NOTHING)} />}
        </div>
        <Said>{newsOf(selected.length, removed, held, words)}</Said>
        {removing && RemoveDialog && <RemoveDialog items={counted(removing.length, words.locale)} active={counted(removing.filter((task) => groupOf(statusOf(task, context.opened)) === 'active').length, words.locale)} words={gallery} onConfirm={() => remove(removing)} onClose={() => setRemoving(undefined)} />}
      </>
    ),
  });
}

/** What it says when there is no task at all. */
const EMPTY = { pending: 'loading', success: 'empty', error: 'error' } as const satisfies Record<ReadStatus, GalleryStatus>;

export type GalleryStatus = 'loading' | 'empty' | 'error' | 'nothing-found' | 'ready';

/** What `className`, `style` and `render` may depend on. `status` is also on the element as `data-status`. */
export interface AssetGalleryState {
  status: GalleryStatus;
  /** How many are shown. */
  count: number;
  /** How many of them are selected; above 0 the element has `data-selecting`. */
  selected: number;
}

/** What `AssetGallery` lists: the result of `useTasks` fits whole. */
export type ListedTasks = Pick<TasksResult, 'tasks'>;

export interface AssetGalleryProps extends StyleProps<AssetGalleryState, HTMLDivElement> {
  /** What is listed, newest first: the result of `useTasks` fits whole, and so do its `tasks`. */
  tasks: readonly TaskRecord[] | ListedTasks;
  /** How the reading of `tasks` stands, where an app loads them from elsewhere. @default 'success' */
  status?: ReadStatus | undefined;
  /** Reads them again; offered when `status` is `error`. */
  onRetry?: (() => unknown) | undefined;
  /** Somebody wants to see this one: a press, or Enter. */
  onOpen?: ((task: TaskRecord) => void) | undefined;
  /** Forgets these, by their keys, after the person was asked. Without it nothing can be removed. */
  onRemove?: ((outTaskIds: readonly string[]) => void) | undefined;
  /**
   * Searches by meaning: the result of `useAssetSearch()`, without a query, fits whole. A person turns it on, and is told
   * before how much is embedded; it says how what is shown was found. @default by the words of the prompts
   */
  search?: AssetSearchResult | undefined;
  /** What is shown, where the page decides that. */
  filter?: GalleryFilter | undefined;
  /** @default everything */
  defaultFilter?: GalleryFilter | undefined;
  onFilterChange?: ((filter: GalleryFilter) => void) | undefined;
  /** Keys (`outTaskId`) of what is selected, where the page decides that. */
  selection?: readonly string[] | undefined;
  /** @default nothing */
  defaultSelection?: readonly string[] | undefined;
  onSelectionChange?: ((selection: readonly string[]) => void) | undefined;
  /** Whether there are controls to filter by. @default true */
  filters?: boolean | undefined;
  /** Whether several can be selected, to download or remove them. @default true */
  selectable?: boolean | undefined;
  /** Pixels that a tile is at least wide, where there is room for two. @default 168 */
  tileSize?: number | undefined;
  /** Names and kinds of the models; `useModels().catalog` knows more. @default the built-in catalog */
  catalog?: Catalog | undefined;
  /** Accessible name. @default "History" */
  label?: string | undefined;
}
