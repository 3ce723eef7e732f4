import { AssetViewer, PromptForm, TaskProgress } from 'bytespike-react';
import { useImageGeneration } from 'bytespike-react/react-query';
import { useRef } from 'react';

/** The browser's own dialog: it traps focus, closes by Escape, and gives the focus back. */
export default function FormInDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const image = useImageGeneration({ via: 'task' });
  const busy = image.status === 'pending';
  return (
    <div className="stack">
      <div className="row">
        <button type="button" className="bs-button" onClick={() => dialog.current?.showModal()}>
          Add a picture
        </button>
      </div>
      <dialog ref={dialog} aria-label="Add a picture" className="dialog">
        <PromptForm
          kinds={['image']}
          startsFromImage={[]}
          defaultValue={{ kind: 'image', models: { image: 'gpt-image-2' }, prompt: 'A kettle on the left and a mug on the right' }}
          busy={busy}
          onSubmit={(request, call) => {
            if (call !== 'image') return;
            dialog.current?.close();
            image.generate(request).catch(() => undefined);
          }}
        />
      </dialog>
      <div className="bs-card">
        <AssetViewer assets={image.images} task={image} />
        <TaskProgress task={image} />
      </div>
    </div>
  );
}
