import type { ReactNode } from 'react';
import type { TaskRecord } from '../../../core/records/task-store.js';
import { formatDuration, formatNumber } from '../../../react/format.js';
import type { GalleryItemStatus } from '../../../react/words/gallery.js';
import { absenceOf, groupOf } from '../item.js';
import { Thumbnail } from './Thumbnail.js';
import type { TileContext } from './tile-context.js';

/** More of them would be too small to tell apart. */
const MOST_SHOWN = 4;

/** The square of a tile: its results, the glow of what is being made, or why there is nothing. */
export function TileFrame({ task, status, active, context }: TileFrameProps): ReactNode {
  const { locale, messages } = context.words;
  const assets = task.snapshot?.assets ?? [];
  const shown = assets.slice(0, MOST_SHOWN);
  const absence = absenceOf(task, status, context.words);
  const seconds = assets[0]?.durationSeconds;
  const length = seconds === undefined ? undefined : formatDuration(seconds * 1000, locale, messages.units);
  const badge = assets.length > 1 ? formatNumber(assets.length, locale) : length;
  return (
    <div className="bs-tile-frame" data-count={shown.length > 1 ? shown.length : undefined}>
      {groupOf(status) === 'active' && <div className="bs-glow" aria-hidden="true" />}
      {shown.map((asset, position) => (
        // With its address: what did not load says nothing of another address.
        <Thumbnail key={`${position} ${asset.url}`} asset={asset} active={active} context={context} />
      ))}
      {absence !== undefined && <span className="bs-tile-note">{absence}</span>}
      {context.family && <context.family.Line task={task} parent={context.family.parent(task)} others={context.family.children(task)} />}
      {badge !== undefined && <span className="bs-tile-badge">{badge}</span>}
    </div>
  );
}

interface TileFrameProps {
  task: TaskRecord;
  status: GalleryItemStatus;
  active: boolean;
  context: TileContext;
}
