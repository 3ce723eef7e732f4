import { memo, type ReactNode } from 'react';
import { lengthOf } from '../../../core/outcome/length.js';
import type { TaskRecord } from '../../../core/records/task-store.js';
import { formatDuration } from '../../../react/format.js';
import { formatWhen } from '../figures.js';
import { groupOf, kindOf, priceOf, statusOf } from '../item.js';
import { TileClock } from './TileClock.js';
import { TileFrame } from './TileFrame.js';
import { counted } from '../words.js';
import type { TileContext } from './tile-context.js';

/** One generation: what came of it, what was asked, with what, for how much, and when. */
export const Tile = memo(function Tile({ id, task, column, active, selected, context }: TileProps): ReactNode {
  const { words, models, opened, selectable } = context;
  const { locale, messages } = words;
  const { prompt, model } = task.request;
  const status = statusOf(task, opened);
  const kind = kindOf(task, models);
  const name = models.get(model)?.name ?? model;
  const when = formatWhen(task.createdAt, opened, words);
  const took = task.snapshot && lengthOf(task.snapshot);
  const results = counted(task.snapshot?.assets.length ?? 0, locale);
  return (
    <div
      id={id}
      role="gridcell"
      className="bs-tile"
      aria-colindex={column}
      aria-selected={selectable ? selected : undefined}
      data-id={task.outTaskId}
      data-status={status}
      data-kind={kind}
      data-active={active || undefined}
      data-selected={selected || undefined}
    >
      <TileFrame task={task} status={status} active={active} context={context} />
      <div className="bs-tile-prompt" dir="auto">
        {prompt}
      </div>
      <div className="bs-tile-line">
        <span>{name}</span>
        <span translate="no">{priceOf(task, words)}</span>
      </div>
      <div className="bs-tile-line">
        <span className="bs-tile-status">{status === 'completed' ? when : messages.gallery.statusOf(status)}</span>
        {groupOf(status) === 'active' ? (
          <TileClock since={task.createdAt} words={words} />
        ) : (
          <span>{status !== 'completed' ? when : took !== undefined && formatDuration(took, locale, messages.units)}</span>
        )}
      </div>
      <span className="bs-hidden">{messages.gallery.results({ kind, results })}</span>
      {selectable && (
        <input
          type="checkbox"
          className="bs-tile-check"
          // The grid has the keyboard; this is for pointers, and for screen readers that touch.
          tabIndex={-1}
          aria-label={messages.gallery.select}
          checked={selected}
          readOnly
        />
      )}
    </div>
  );
});

interface TileProps {
  id: string;
  task: TaskRecord;
  /** Counts from 1. */
  column: number;
  /** Whether the keyboard is there. */
  active: boolean;
  selected: boolean;
  context: TileContext;
}
