import { type ReactNode, useRef, useState } from 'react';
import { loadOnce } from '../../core/base/load-once.js';
import { catalog as builtIn } from '../../core/catalog/catalog.js';
import { englishAsset } from '../../react/words/asset.js';
import { englishBatch } from '../../react/words/batch.js';
import { useWords } from '../../react/words/useWords.js';
import { Said } from '../Said.js';
import { OutcomeText } from '../task-progress/OutcomeText.js';
import { useControlled } from '../use-controlled.js';
import { usePart } from '../use-part.js';
import { CompareDialog } from './CompareDialog.js';
import { Grid } from './Grid.js';
import { acrossOf, layoutOf } from './layout.js';
import type { GridSettings } from './settings.js';
import { Summary } from './Summary.js';
import { Toolbar } from './Toolbar.js';
import { useHeads } from './use-heads.js';
import { usePicks } from './use-picks.js';
import { useSheetWords } from './words.js';

const english = { batch: englishBatch, asset: englishAsset };

/** What a cell is seen large in: loaded when somebody is about to look. */
const large = loadOnce(async () => (await import('./Opened.js')).Opened);

/** All of the grid but its frame. */
export function Sheet(props: GridSettings): ReactNode {
  const { batch, marking = 'any', catalog = builtIn, onTopUp } = props;
  const { sheet } = useSheetWords().messages;
  const { batch: words, asset } = useWords(english).messages;
  const label = props.label ?? words.label;
  const [wished, setAcross] = useControlled(props.across, props.defaultAcross ?? 'model', props.onAcrossChange);
  const picks = usePicks(props);
  const heads = useHeads(batch, catalog);
  const home = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLElement>(null);
  const [opened, setOpened] = useState<string>();
  const { Component: Opened, hasFailed, again } = usePart(large, opened !== undefined);
  const [compares, setCompares] = useState(false);
  const [wasReset, setReset] = useState(false);
  const choices = acrossOf(batch);
  // What there is nothing of stays a wish: the next batch may have it.
  const across = choices.includes(wished) ? wished : 'model';
  const layout = layoutOf(batch, across);
  const isEmpty = batch.cells.length === 0;
  const canMark = marking !== 'none';

  const reset = () => {
    setReset(true);
    picks.clear();
    batch.reset();
  };
  return (
    <>
      <div ref={home} tabIndex={-1} className="bs-batch-home">
        {isEmpty ? (
          <div className="bs-batch-empty">
            <OutcomeText {...sheet.empty} />
          </div>
        ) : (
          <>
            <Summary batch={batch} label={label} catalog={catalog} home={home} onTopUp={onTopUp} onReset={reset} />
            {hasFailed && <p className="bs-notice bs-batch-failed" data-tone="bad">{asset.notLoaded}</p>}
            <Toolbar
              {...{ batch, across, choices, picks, home }}
              columns={heads.columns}
              onAcross={setAcross}
              onCompare={(button) => {
                opener.current = button;
                setCompares(true);
              }}
            />
            <Grid
              key={across}
              {...{ label, layout, heads, picks, canMark }}
              onOpen={(cell, element) => {
                opener.current = element;
                again();
                setOpened(cell.key);
              }}
              onToggle={picks.toggle}
              onRetry={({ key }) => batch.retry(key)}
              onApproach={() => void large.load().catch(() => {})}
            />
          </>
        )}
      </div>
      {Opened && <Opened {...{ batch, layout, heads, picks, canMark, opener, opened }} onOpened={setOpened} />}
      <CompareDialog cells={picks.cells} heads={heads} isOpen={compares && picks.cells.length === 2} opener={opener} onClose={() => setCompares(false)} />
      <Said>{isEmpty ? wasReset && sheet.empty.title : hasFailed && asset.notLoaded}</Said>
    </>
  );
}
