import type { ReactNode, RefObject } from 'react';
import type { BatchCell } from '../../core/batch/states.js';
import { Lines } from '../asset-viewer/icons.js';
import { CompareAssets } from '../compare-assets/CompareAssets.js';
import type { ComparedAsset } from '../compare-assets/side.js';
import { ModalDialog } from '../generate/ModalDialog.js';
import { generationOf } from './cell/generation.js';
import type { Heads } from './use-heads.js';
import { useSheetWords } from './words.js';

/** Two cells that are marked, beside each other or one over the other. */
export function CompareDialog({ cells, heads, isOpen, opener, onClose }: CompareDialogProps): ReactNode {
  const { lightbox: words, sheet } = useSheetWords().messages;
  const [first, second] = cells.map((cell) => sideOf(cell, heads));
  return (
    <ModalDialog name="bs-batch-dialog" isOpen={isOpen} onClose={onClose} first={(dialog) => dialog} opener={() => opener.current}>
      {(title) => (
        <>
          <div className="bs-batch-dialog-head">
            <h2 id={title} className="bs-batch-dialog-title">
              {sheet.compare}
            </h2>
            <button type="button" className="bs-button bs-bare" aria-label={words.close} title={words.close} onClick={onClose}>
              <Lines path="M3.5 3.5l9 9M12.5 3.5l-9 9" />
            </button>
          </div>
          {isOpen && first !== undefined && second !== undefined && <CompareAssets first={first} second={second} />}
        </>
      )}
    </ModalDialog>
  );
}

function sideOf(cell: BatchCell, heads: Heads): ComparedAsset | undefined {
  const [asset] = cell.assets;
  return asset && { asset, task: generationOf(cell, heads.kindOf(cell.column)), label: heads.columns[cell.column]?.whole };
}

interface CompareDialogProps {
  cells: readonly BatchCell[];
  heads: Heads;
  isOpen: boolean;
  /** Gets the focus back. */
  opener: RefObject<HTMLElement | null>;
  onClose: () => void;
}
