import { AssetGallery, AssetViewer, type TaskRecord } from 'bytespike-react';
import { useState } from 'react';

/** More than so many are worth searching. */
const FEW = 8;

/** What was made and is being made, newest first. It is there again after a reload. */
export function Recent({ tasks, onRemove }: { tasks: readonly TaskRecord[]; onRemove: (outTaskIds: readonly string[]) => void }) {
  const [opened, setOpened] = useState<TaskRecord>();
  if (tasks.length === 0) return null;
  return (
    <section className="recent" aria-labelledby="recent">
      <h2 id="recent">Recent</h2>
      <AssetGallery tasks={tasks} label="Recent" filters={tasks.length > FEW} tileSize={148} onOpen={setOpened} onRemove={onRemove} />
      {opened?.snapshot !== undefined && (
        <dialog
          className="opened bs-card"
          aria-label={opened.request.prompt}
          ref={showModal}
          onClose={() => setOpened(undefined)}
        >
          <AssetViewer assets={opened.snapshot.assets} prompt={opened.request.prompt} />
          <form method="dialog">
            <button type="submit" className="bs-button">
              Close
            </button>
          </form>
        </dialog>
      )}
    </section>
  );
}

function showModal(dialog: HTMLDialogElement | null): void {
  if (dialog?.open === false) dialog.showModal();
}
