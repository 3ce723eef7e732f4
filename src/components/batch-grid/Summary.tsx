import { type ReactNode, type RefObject, useMemo } from 'react';
import type { Catalog } from '../../core/catalog/model.js';
import { modelNames } from '../asset-gallery/item.js';
import { useOwnStyle } from '../own-style.js';
import { useFormWords } from '../prompt-form/words.js';
import { commonParams } from './column-names.js';
import { doneText, type GroupCount, groupCounts } from './groups.js';
import { moneyTexts } from './money.js';
import type { GridBatch } from './settings.js';
import { SheetActions } from './SheetActions.js';
import { Standing } from './Standing.js';
import { useSheetWords } from './words.js';

/** All of the batch in a line: how far it is, how its cells stand, what it costs; and what can be done about it. */
export function Summary({ batch, label, catalog, home, onTopUp, onReset }: SummaryProps): ReactNode {
  const words = useSheetWords();
  const form = useFormWords();
  const { counts, cells, status, cost, columns, progress } = batch;
  const groups = groupCounts(counts, words);
  const done = doneText(batch, words);
  const models = useMemo(() => modelNames(catalog), [catalog]);
  const common = commonParams(columns, models, form);
  return (
    <div className="bs-batch-summary">
      <div className="bs-batch-head">
        <div className="bs-batch-title">
          <strong className="bs-headline">{label}</strong>
          {common !== '' && <span className="bs-fine">{common}</span>}
        </div>
        <SheetActions batch={batch} home={home} onReset={onReset} />
      </div>
      <div className="bs-batch-bar" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.floor(progress * 100)} aria-valuetext={done}>
        {groups.map((each) => (
          <Part key={each.group} {...each} total={cells.length} />
        ))}
      </div>
      <div className="bs-batch-facts bs-figures">
        <span className="bs-batch-done">{done}</span>
        {groups.map(({ group, name, written }) => (
          <span key={group} className="bs-batch-count" data-group={group}>
            <span>{name}</span> <b>{written}</b>
          </span>
        ))}
        <span className="bs-batch-money">
          {moneyTexts(cost, status === 'done', words).map((text) => (
            <span key={text}>{text}</span>
          ))}
        </span>
      </div>
      <Standing batch={batch} home={home} onTopUp={onTopUp} />
    </div>
  );
}

interface SummaryProps {
  batch: GridBatch;
  label: string;
  catalog: Catalog;
  /** Gets the focus when a button goes away with it. */
  home: RefObject<HTMLElement | null>;
  onTopUp: (() => unknown) | undefined;
  onReset: () => void;
}

/** A stretch of the bar. */
function Part({ group, count, total }: GroupCount & { total: number }): ReactNode {
  const style = useOwnStyle({ inlineSize: `${(100 * count) / total}%` });
  return <span data-group={group} style={style} />;
}
