import { type ReactNode, type RefObject, useRef } from 'react';
import type { BatchCell } from '../../../core/batch/states.js';
import { AssetViewer } from '../../asset-viewer/AssetViewer.js';
import { Lines } from '../../asset-viewer/icons.js';
import { ModalDialog } from '../../generate/ModalDialog.js';
import { OutcomeText } from '../../task-progress/OutcomeText.js';
import { TaskProgress } from '../../task-progress/TaskProgress.js';
import type { ColumnName } from '../column-names.js';
import type { GridBatch } from '../settings.js';
import { useSheetWords } from '../words.js';
import { CellActions } from './CellActions.js';
import { generationOf } from './generation.js';

/** One cell, large: what was asked, what came of it, what it cost and how that is known, and what can be done about it. */
export function CellDialog({ cell, kind, column, batch, isOpen, opener, mark, steps, onClose }: CellDialogProps): ReactNode {
  const { lightbox: words, sheet, gallery } = useSheetWords().messages;
  const end = useRef<HTMLDivElement>(null);
  return (
    <ModalDialog name="bs-batch-dialog" isOpen={isOpen} onClose={onClose} first={(dialog) => dialog} opener={() => opener.current}>
      {(title) => (
        <>
          <div className="bs-batch-dialog-head">
            <h2 id={title} className="bs-batch-dialog-title">
              {column?.whole}
            </h2>
            {(['previous', 'next'] as const).map((to) => (
              <button key={to} type="button" className="bs-button bs-bare" aria-label={words[to]} title={words[to]} aria-disabled={steps[to] === undefined || undefined} onClick={steps[to]}>
                <Lines path={to === 'previous' ? 'M10 3.5 5.5 8l4.5 4.5' : 'M6 3.5 10.5 8 6 12.5'} />
              </button>
            ))}
            <button type="button" className="bs-button bs-bare" aria-label={words.close} title={words.close} onClick={onClose}>
              <Lines path="M3.5 3.5l9 9M12.5 3.5l-9 9" />
            </button>
          </div>
          {cell !== undefined && (
            <>
              <p className="bs-batch-dialog-prompt" dir="auto">
                {cell.prompt}
              </p>
              <div className="bs-card">
                <AssetViewer key={cell.key} assets={cell.assets} task={generationOf(cell, kind)} />
                <div ref={end} tabIndex={-1} className="bs-batch-dialog-end">
                  {cell.status === 'waiting' ? (
                    <div className="bs-notice">
                      <OutcomeText title={sheet.waiting} text={sheet.notSent} />
                    </div>
                  ) : (
                    <TaskProgress key={cell.key} task={generationOf(cell, kind)} />
                  )}
                  <div className="bs-batch-dialog-actions">
                    {mark !== undefined && (
                      <label className="bs-batch-dialog-mark">
                        <input type="checkbox" checked={mark.isMarked} onChange={mark.toggle} />
                        <span>{gallery.select}</span>
                      </label>
                    )}
                    <CellActions cell={cell} kind={kind} batch={batch} focusNext={end} />
                  </div>
                </div>
              </div>
            </>
          )}
        </>
      )}
    </ModalDialog>
  );
}

interface CellDialogProps {
  /** `undefined` when it is gone. */
  cell: BatchCell | undefined;
  kind: 'image' | 'video';
  column: ColumnName | undefined;
  batch: Pick<GridBatch, 'cancel' | 'retry'>;
  isOpen: boolean;
  /** Gets the focus back. */
  opener: RefObject<HTMLElement | null>;
  /** `undefined` where cells are not marked. */
  mark: { isMarked: boolean; toggle: () => void } | undefined;
  /** To its neighbours; `undefined` where there is none. */
  steps: { previous: (() => void) | undefined; next: (() => void) | undefined };
  onClose: () => void;
}
