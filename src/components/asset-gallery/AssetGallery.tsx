'use client';

import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react';
import { catalog as builtIn } from '../../core/catalog/catalog.js';
import type { Catalog } from '../../core/catalog/model.js';
import type { TaskRecord } from '../../core/records/task-store.js';
import type { ReadStatus, TasksResult } from '../../react/hook-results.js';
import { type StyleProps, useRootProps } from '../element.js';
import { Filters } from './Filters.js';
import { type GalleryFilter, matching, modelsOf } from './filter.js';
import { Grid } from './Grid.js';
import { modelNames } from './item.js';
import { Notice } from './Notice.js';
import { RemoveDialog } from './RemoveDialog.js';
import { savingText } from './SavedReport.js';
import { Skeleton } from './Skeleton.js';
import { Tray } from './Tray.js';
import type { TileContext } from './tile/tile-context.js';
import { useControlled } from './use-controlled.js';
import { useHeldBack } from './use-held-back.js';
import { useOpened } from './use-opened.js';
import { useSaving } from './use-saving.js';
import { counted, useGalleryWords } from './words.js';

const EVERYTHING: GalleryFilter = {};
const NOTHING: readonly string[] = [];

/**
 * What was made and what is being made, newest first: to look through, search, keep or remove. Ten
 * thousand are as light as fifty, since only those that are seen are in the page.
 */
export function AssetGallery(props: AssetGalleryProps): ReactNode {
  const { status: read = 'success', selectable = true, filters = true, tileSize = 168, catalog = builtIn, render } = props;
  const tasks = 'tasks' in props.tasks ? props.tasks.tasks : props.tasks;
  const words = useGalleryWords();
  const { locale, messages } = words;
  const { gallery } = messages;
  const opened = useOpened();
  const [filter, setFilter] = useControlled(props.filter, props.defaultFilter ?? EVERYTHING, props.onFilterChange);
  const [selectedIds, setSelectedIds] = useControlled(props.selection, props.defaultSelection ?? NOTHING, props.onSelectionChange);
  const { shown, held, setLooking, release } = useHeldBack(tasks);
  const { saving, save, stop, dismiss } = useSaving();
  const [removing, setRemoving] = useState<readonly TaskRecord[]>();
  const [removed, setRemoved] = useState(0);
  const home = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);

  const models = useMemo(() => modelNames(catalog), [catalog]);
  const context = useMemo<TileContext>(() => ({ words, models, opened, selectable }), [words, models, opened, selectable]);
  // A letter that is typed is seen at once; ten thousand tiles may take a moment longer.
  const applied = useDeferredValue(filter);
  const found = useMemo(() => matching(shown, applied, { models, opened }), [shown, applied, models, opened]);
  const choices = useMemo(() => modelsOf(tasks, models, locale), [tasks, models, locale]);
  const selection = useMemo(() => new Set(selectedIds), [selectedIds]);
  const selected = useMemo(() => (selection.size === 0 ? [] : found.filter(({ outTaskId }) => selection.has(outTaskId))), [found, selection]);

  const status: GalleryStatus = tasks.length === 0 ? EMPTY[read] : found.length === 0 ? 'nothing-found' : 'ready';
  const state: AssetGalleryState = { status, count: found.length, selected: selected.length };

  const select = (ids: readonly string[]) => {
    setRemoved(0);
    setSelectedIds(ids);
  };

  const remove = (gone: readonly TaskRecord[]) => {
    const ids = gone.map(({ outTaskId }) => outTaskId);
    setRemoving(undefined);
    setSelectedIds(selectedIds.filter((id) => !ids.includes(id)));
    setRemoved(ids.length);
    props.onRemove?.(ids);
    // The button that asked may go with the selection.
    (grid.current ?? home.current)?.focus();
  };

  const news = [
    selected.length > 0 && gallery.selected(counted(selected.length, locale)),
    removed > 0 && gallery.removed(counted(removed, locale)),
    held > 0 && gallery.showNew(counted(held, locale)),
  ].find((said) => said !== false);

  const label = props.label ?? gallery.label;
  const askToRemove = props.onRemove && setRemoving;
  const root = useRootProps('bs-gallery', state, props, {
    role: 'group',
    'aria-label': label,
    'aria-busy': status === 'loading' || undefined,
    'data-status': status,
    'data-selecting': selected.length > 0 ? '' : undefined,
    'data-openable': props.onOpen === undefined ? undefined : '',
    children: (
      <>
        {filters && tasks.length > 0 && (
          <>
            <Filters filter={filter} models={choices} words={words} onChange={setFilter} />
            <p className="bs-gallery-count" role="status">
              {gallery.count({ shown: counted(found.length, locale), total: counted(shown.length, locale) })}
            </p>
          </>
        )}
        {read === 'error' && tasks.length > 0 && <Notice {...gallery.failed} action={gallery.retry} onAction={props.onRetry} focusNext={home} />}
        {/* Takes the focus when what had it is gone. */}
        <div ref={home} tabIndex={-1} className="bs-gallery-home">
          {status === 'loading' && <Skeleton label={gallery.loading} />}
          {status === 'empty' && <Notice {...gallery.empty} />}
          {status === 'error' && <Notice {...gallery.failed} action={gallery.retry} onAction={props.onRetry} focusNext={home} />}
          {status === 'nothing-found' && <Notice {...gallery.nothingFound} action={gallery.clearFilters} onAction={() => setFilter(EVERYTHING)} focusNext={home} />}
          {status === 'ready' && (
            <Grid
              ref={grid}
              label={label}
              tasks={found}
              tileSize={tileSize}
              selection={selection}
              context={context}
              held={held}
              onSelect={select}
              onOpen={props.onOpen}
              onRemove={askToRemove}
              onLooking={setLooking}
              onShowNew={release}
              focusNext={home}
            />
          )}
          <Tray
            count={selected.length}
            total={found.length}
            saving={saving}
            words={words}
            onAll={() => select(found.map(({ outTaskId }) => outTaskId))}
            onSave={() => save(selected)}
            onStop={stop}
            onDismiss={dismiss}
            onRemove={askToRemove && (() => askToRemove(selected))}
            onClear={() => select(NOTHING)}
          />
        </div>
        <span className="bs-hidden" role="status">
          {news}
        </span>
        <span className="bs-hidden" role="status">
          {saving.status === 'done' && savingText(saving, words)}
        </span>
        {removing !== undefined && (
          <RemoveDialog tasks={removing} context={context} onConfirm={() => remove(removing)} onClose={() => setRemoving(undefined)} />
        )}
      </>
    ),
  });
  return render === undefined ? <div {...root} /> : render(root, state);
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
