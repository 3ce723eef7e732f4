import { type ReactNode, type RefObject, useId } from 'react';
import { formatNumber } from '../../react/format.js';
import { ActionButton } from '../ActionButton.js';
import { SavedReport, savingText } from '../asset-gallery/saving/SavedReport.js';
import { asFiles, type Saver, useSaving } from '../asset-gallery/saving/use-saving.js';
import { counted, useGalleryWords } from '../asset-gallery/words.js';
import { Said } from '../Said.js';
import type { ColumnName } from './column-names.js';
import type { BatchAcross } from './layout.js';
import { itemsOf } from './saving/items.js';
import type { GridBatch } from './settings.js';
import type { Picks } from './use-picks.js';
import { useSheetWords } from './words.js';

const asZip = async (): Promise<Saver> => (await import('./saving/save-zip.js')).asZip;

/** How the sheet is seen, and what can be done with what is marked, or with all of it. */
export function Toolbar({ batch, across, choices, columns, picks, home, onAcross, onCompare }: ToolbarProps): ReactNode {
  const { locale, messages } = useSheetWords();
  const { sheet, gallery } = messages;
  const galleryWords = useGalleryWords();
  const { saving, save, onStop, onDismiss } = useSaving();
  const name = useId();
  const items = itemsOf(picks.cells.length > 0 ? picks.cells : batch.cells, columns, batch.rows.length);
  const isSaving = saving.status === 'saving';
  const canCompare = picks.cells.length === 2 && picks.cells.every(({ assets }) => assets.length > 0);
  return (
    <div className="bs-batch-tools">
      <fieldset className="bs-switch bs-batch-across">
        <legend className="bs-hidden">{sheet.across}</legend>
        {choices.map((each) => (
          <label key={each}>
            <input type="radio" className="bs-hidden" name={name} checked={each === across} onChange={() => onAcross(each)} />
            <span>{sheet.acrossOf(each)}</span>
          </label>
        ))}
      </fieldset>
      <div className="bs-batch-picks">
        <span role="status" className="bs-figures">
          {picks.cells.length > 0 && gallery.selected(counted(picks.cells.length, locale))}
        </span>
        {picks.cells.length > 0 && (
          <ActionButton className="bs-button bs-quiet" label={gallery.clearSelection} onPress={picks.clear} focusNext={home} />
        )}
        {canCompare && <ActionButton label={sheet.compare} onPress={onCompare} focusNext={home} />}
        {items.length > 0 && (
          <>
            <button type="button" className="bs-button" aria-disabled={isSaving || undefined} onClick={() => isSaving || save(items, asFiles)}>
              <span>{gallery.download}</span>&nbsp;<span className="bs-figures">{formatNumber(items.length, locale)}</span>
            </button>
            <button type="button" className="bs-button" aria-disabled={isSaving || undefined} onClick={() => isSaving || save(items, asZip)}>
              {sheet.zip}
            </button>
          </>
        )}
      </div>
      {saving.status !== 'idle' && (
        <div className="bs-batch-saving">
          <SavedReport saving={saving} words={galleryWords} onStop={onStop} onDismiss={onDismiss} />
        </div>
      )}
      <Said>{saving.status === 'done' && savingText(saving, galleryWords)}</Said>
    </div>
  );
}

interface ToolbarProps {
  batch: GridBatch;
  across: BatchAcross;
  /** What can stand across. */
  choices: readonly BatchAcross[];
  columns: readonly ColumnName[];
  picks: Picks;
  /** Gets the focus when a button goes away with it. */
  home: RefObject<HTMLElement | null>;
  onAcross: (across: BatchAcross) => void;
  /** Gets the button, which has the focus back afterwards. */
  onCompare: (opener: HTMLButtonElement | null) => void;
}
