import { AssetGallery, AssetViewer, type ReuseHandlers, type TaskRecord } from 'bytespike-react';
import { useEffect, useRef, useState } from 'react';

/** More than so many are worth searching. */
const FEW = 8;

interface RecentProps {
  tasks: readonly TaskRecord[];
  onRemove: (outTaskIds: readonly string[]) => void;
  /** How the form goes on from a result. */
  reuse: ReuseHandlers;
}

/** What was made and is being made, newest first. It is there again after a reload, and can be gone on from. */
export function Recent({ tasks, onRemove, reuse }: RecentProps) {
  const [opened, setOpened] = useState<TaskRecord>();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), [opened]);
  // The dialog is in the way of the form.
  const closing = <Given extends unknown[]>(go: ((...given: Given) => unknown) | undefined) =>
    go && ((...given: Given) => (dialog.current?.close(), go(...given)));
  const { remix, variations, sameSeed, reference, clip } = reuse;
  const goOn = { remix: closing(remix), variations: closing(variations), sameSeed: closing(sameSeed), reference: closing(reference), clip: closing(clip) };
  if (tasks.length === 0) return null;
  return (
    <section className="recent" aria-labelledby="recent">
      <h2 id="recent">Recent</h2>
      <AssetGallery tasks={tasks} label="Recent" filters={tasks.length > FEW} tileSize={148} onOpen={setOpened} onRemove={onRemove} />
      {opened?.snapshot !== undefined && (
        <dialog
          className="opened bs-card"
          aria-label={opened.request.prompt}
          ref={dialog}
          onClose={() => setOpened(undefined)}
        >
          <AssetViewer assets={opened.snapshot.assets} request={opened.request} reuse={goOn} />
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
