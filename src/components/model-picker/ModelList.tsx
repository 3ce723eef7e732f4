'use client';

import { Combobox } from '@base-ui/react/combobox';
import { type CSSProperties, type ReactNode, type RefObject, useMemo, useRef, useState } from 'react';
import { granted } from '../../core/base/granted.js';
import { formatPlain } from '../../react/format.js';
import { useBytespike } from '../../react/provider.js';
import { watchSizes } from '../absent.js';
import { useRootProps } from '../element.js';
import { Layer, useLayer } from '../layer.js';
import type { Offer } from './given.js';
import { Rows, type RowsHandle } from './Rows.js';
import { rowsOf } from './rows-of.js';
import { useModelWords } from './words.js';

/** The searchable list of models in a popup of its own. It is there while it is open. */
export default function ModelList({ id, anchor, label, offer, value, onChoose, onClose }: ModelListProps): ReactNode {
  const words = useModelWords();
  const { models } = words.messages;
  const [query, setQuery] = useState('');
  const [active, setActive] = useState<number>();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<RowsHandle>(null);
  const rows = useMemo(() => rowsOf(offer.models, query, { hasAuto: offer.recommendation !== undefined }, words), [offer.models, offer.recommendation, query, words]);
  const values = useMemo(() => rows.flatMap((row) => (row.type === 'heading' ? [] : row.value)), [rows]);
  const count = rows.filter(({ type }) => type === 'model').length;
  const [room] = useState(() => rows.length * LINE_PIXELS);
  const look = useSurroundings(anchor);
  const host = useLayer();

  return (
    <>
      <Layer host={host} isOpen opener={anchor} />
      <Combobox.Root
        open
        virtualized
        autoHighlight
        items={values}
        filteredItems={values}
        value={value ?? null}
        inputValue={query}
        locale={words.locale}
        onInputValueChange={(next, { reason }) => reason === 'input-change' && setQuery(next)}
        onValueChange={(next: string | null) => next !== null && onChoose(next)}
        onItemHighlighted={(_, { reason, index }) => {
          setActive(index);
          if (reason !== 'pointer') list.current?.show(index);
        }}
        onOpenChange={(isOpen, { event }) => {
          // A press on the button closes the list by itself.
          const isOnButton = granted(() => anchor.current?.contains(event.target as Node)) === true;
          if (!isOpen && !(isOnButton && event.type !== 'keydown')) onClose();
        }}
      >
        <Combobox.Portal container={host}>
          <Combobox.Positioner {...look.positioner} anchor={anchor} align="start" sideOffset={6} collisionPadding={8}>
            <Combobox.Popup {...look.popup} id={id} aria-label={label} finalFocus={anchor} style={{ ...look.popup.style, '--bs-picker-room': `${room}px` } as CSSProperties}>
              <Combobox.Input className="bs-picker-search" dir={query === '' ? undefined : 'auto'} aria-label={models.search} placeholder={models.search} />
              <Combobox.Status className="bs-hidden">{query === '' ? '' : models.found({ count, text: formatPlain(count, words.locale) })}</Combobox.Status>
              <Combobox.Empty className="bs-picker-none">{models.noMatch(query)}</Combobox.Empty>
              <Combobox.List ref={scroller} className="bs-picker-list" aria-label={models.list}>
                <Rows ref={list} rows={rows} count={values.length} active={active} value={value} offer={offer} scroller={scroller} />
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </>
  );
}

/** How much room a line takes at most, for a popup that does not change its height with every letter typed. */
const LINE_PIXELS = 80;

export interface ModelListProps {
  /** Of the popup. */
  id: string;
  /** The button that it belongs to; gets the focus back. */
  anchor: RefObject<HTMLButtonElement | null>;
  label: string;
  offer: Offer;
  value: string | undefined;
  onChoose: (value: string) => void;
  onClose: () => void;
}

/** It lies at the end of the page, where the theme and the direction of the button's surroundings do not reach it. */
function useSurroundings(anchor: RefObject<HTMLElement | null>) {
  const { appearance } = useBytespike();
  const { children: _children, ...look } = useRootProps<object, HTMLDivElement>('bs-picker-popup', {}, {}, {});
  const [around] = useState(() => ({
    theme: nearest(anchor.current, 'theme'),
    density: nearest(anchor.current, 'density'),
    direction: anchor.current === null ? undefined : getComputedStyle(anchor.current).direction,
    // Base UI looks at both, and takes one that is there and cannot be made for one that can.
    isUntracked: watchSizes(() => {}) === undefined || granted(() => typeof IntersectionObserver) === undefined,
  }));
  return {
    positioner: { className: 'bs-picker-positioner', dir: around.direction, disableAnchorTracking: around.isUntracked },
    popup: { ...look, 'data-theme': appearance?.theme ?? around.theme, 'data-density': appearance?.density ?? around.density },
  };
}

/** What a part of the page says; what the whole page says reaches the popup by itself, with all that the page lays over it. */
function nearest(element: HTMLElement | null, name: 'theme' | 'density'): string | undefined {
  const found = element?.closest<HTMLElement>(`[data-${name}]`);
  return found === null || found?.contains(found.ownerDocument.body) ? undefined : found?.dataset[name];
}
