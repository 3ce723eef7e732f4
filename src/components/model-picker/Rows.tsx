import { Combobox } from '@base-ui/react/combobox';
import { type ReactNode, type Ref, type RefObject, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { canMeasure } from '../absent.js';
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

/** The lines that are in sight, of however many. */
export function Rows({ rows, count, active, value, offer, scroller, ref }: RowsProps): ReactNode {
  const virtualizer = useRef<VirtualizerHandle>(null);
  const [isMeasured] = useState(canMeasure);
  /** Where each option is among the lines. */
  const places = useMemo(() => rows.flatMap((row, place) => (row.type === 'heading' ? [] : place)), [rows]);
  useImperativeHandle(ref, () => ({
    show(option) {
      const place = places[option];
      if (place === undefined) return;
      // Together with the heading above the first of a group.
      const top = rows[place - 1]?.type === 'heading' ? place - 1 : place;
      virtualizer.current?.scrollToIndex(top, { align: 'nearest' });
      virtualizer.current?.scrollToIndex(place, { align: 'nearest' });
    },
  }));
  const chosen = places.find((place) => valueOf(rows[place]) === value);
  const [opening] = useState(chosen);
  useEffect(() => {
    if (opening !== undefined && opening > 1) virtualizer.current?.scrollToIndex(opening, { align: 'center' });
  }, [opening]);
  // What a screen reader is told of must be there, in sight or not.
  const keepMounted = [active === undefined ? undefined : places[active], chosen].filter((place) => place !== undefined);

  const draw = (row: Row, place: number) =>
    row.type === 'heading' ? (
      <div key={`heading ${row.text}`} role="presentation" className="bs-picker-group">
        {row.text}
      </div>
    ) : (
      <Option key={row.value} row={row} index={places.indexOf(place)} count={count} offer={offer} />
    );
  if (!isMeasured) return rows.map(draw);
  return (
    <Virtualizer ref={virtualizer} data={rows} scrollRef={scroller} keepMounted={keepMounted} itemSize={ROW_PIXELS}>
      {draw}
    </Virtualizer>
  );
}

/** What a line usually measures, before it is drawn. */
const ROW_PIXELS = 58;

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
