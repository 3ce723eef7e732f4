import { Combobox } from '@base-ui/react/combobox';
import { type ReactNode, type Ref, type RefObject, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { canMeasure, watchSizes } from '../absent.js';
import { choiceText, strengthsText } from './choice.js';
import { figuresText } from './figures.js';
import { AUTO, type Offer } from './given.js';
import { obstacleText } from './reason-text.js';
import type { Row } from './rows-of.js';
import { useModelWords } from './words.js';

export interface RowsHandle {
  /** Brings one of the options into sight, counted without headings. */
  show(option: number): void;
}

/** All lines, or of more than a page can bear those that are in sight. */
export function Rows({ rows, count, active, value, offer, scroller, ref }: RowsProps): ReactNode {
  const virtualizer = useRef<VirtualizerHandle>(null);
  const [isMeasured] = useState(canMeasure);
  const isWhole = !isMeasured || rows.length <= MOST_DRAWN;
  /** Where each option is among the lines. */
  const places = useMemo(() => rows.flatMap((row, place) => (row.type === 'heading' ? [] : place)), [rows]);
  useImperativeHandle(ref, () => ({
    show(option) {
      const place = places[option];
      if (place === undefined) return;
      // Together with the heading above the first of a group.
      const top = rows[place - 1]?.type === 'heading' ? place - 1 : place;
      for (const each of [top, place]) {
        if (isWhole) scrollToLine(scroller.current, each, 'nearest');
        else virtualizer.current?.scrollToIndex(each, { align: 'nearest' });
      }
    },
  }));
  const chosen = places.find((place) => valueOf(rows[place]) === value);
  const [opening] = useState({ place: chosen, isWhole });
  useEffect(() => {
    const { place } = opening;
    if (place === undefined || place <= 1) return undefined;
    if (!opening.isWhole) {
      virtualizer.current?.scrollToIndex(place, { align: 'center' });
      return undefined;
    }
    // Told once it has been given its size, and before it is seen.
    const list = scroller.current;
    if (list === null) return undefined;
    const sizes = watchSizes(() => {
      scrollToLine(list, place, 'center');
      sizes?.disconnect();
    }, list);
    sizes?.observe(list);
    return () => sizes?.disconnect();
  }, [opening, scroller]);

  const draw = (row: Row, place: number) =>
    row.type === 'heading' ? (
      <div key={`heading ${row.text}`} role="presentation" className="bs-picker-group">
        {row.text}
      </div>
    ) : (
      <Option key={row.value} row={row} index={places.indexOf(place)} count={count} offer={offer} />
    );
  if (isWhole) return rows.map(draw);
  // What a screen reader is told of must be there, in sight or not.
  const keepMounted = [active === undefined ? undefined : places[active], chosen].filter((place) => place !== undefined);
  return (
    <Virtualizer ref={virtualizer} data={rows} scrollRef={scroller} keepMounted={keepMounted} itemSize={ROW_PIXELS}>
      {draw}
    </Virtualizer>
  );
}

/**
 * More lines than this are drawn only where they are in sight. Such a list is measured anew, and may be in
 * disorder for a frame, with each letter that is typed, which one that is drawn whole never is.
 * @source ours: four times what the catalog lists
 */
const MOST_DRAWN = 120;
/** What a line usually measures, before it is drawn. */
const ROW_PIXELS = 58;

/** Scrolls the list alone, never the page around it. */
function scrollToLine(list: HTMLElement | null, place: number, align: 'nearest' | 'center'): void {
  // By no class: those of another window are none of this one's.
  const line = list?.children[place] as HTMLElement | undefined;
  if (line === undefined || list === null) return;
  const { offsetTop: top, offsetHeight: height } = line;
  const room = list.clientHeight - height;
  list.scrollTop = align === 'center' ? top - room / 2 : Math.min(top, Math.max(list.scrollTop, top - room));
}

interface RowsProps {
  rows: readonly Row[];
  /** How many options there are. */
  count: number;
  /** The option that the keyboard is on. */
  active: number | undefined;
  value: string | undefined;
  offer: Offer;
  scroller: RefObject<HTMLDivElement | null>;
  ref: Ref<RowsHandle>;
}

const valueOf = (row: Row | undefined) => (row === undefined || row.type === 'heading' ? undefined : row.value);

function Option({ row, index, count, offer }: { row: Exclude<Row, { type: 'heading' }>; index: number; count: number; offer: Offer }): ReactNode {
  const words = useModelWords();
  const { models } = words.messages;
  const auto = row.type === 'auto' ? choiceText(AUTO, offer, words) : undefined;
  const entry = row.type === 'model' ? row.entry : undefined;
  const obstacle = entry && obstacleText(entry, offer, words);
  return (
    <Combobox.Item className="bs-picker-option" value={row.value} index={index} disabled={obstacle !== undefined} aria-setsize={count} aria-posinset={index + 1}>
      <span className="bs-picker-name">
        <bdi>{entry?.name ?? models.auto}</bdi> {auto !== undefined && <span className="bs-picker-pick">{auto.name}</span>}
        {entry?.vendor !== undefined && <span className="bs-hidden">{entry.vendor}</span>}
      </span>
      <span className="bs-picker-figures">
        <bdi>{entry === undefined ? auto?.figures : figuresText(entry, offer, words)}</bdi>
      </span>
      <span className="bs-picker-why" data-tone={auto?.isProblem === true ? 'warn' : undefined}>
        {entry === undefined ? auto?.why || models.autoText : strengthsText(entry, words)}
      </span>
      {obstacle !== undefined && <span className="bs-picker-obstacle">{obstacle}</span>}
    </Combobox.Item>
  );
}
