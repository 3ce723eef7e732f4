import { type ReactNode, useRef, useState } from 'react';
import { REFERENCE_TYPES } from '../../../core/catalog/start-image.js';
import type { GenerationKind } from '../../../react/words/parts.js';
import type { ControlProps } from '../Field.js';
import { usePreview } from './use-preview.js';
import type { ReferenceSending } from './use-reference.js';
import { useFormWords } from '../words.js';

/** What it starts from: a way to pick a file, or the file with a way to remove it. */
export function ReferenceImage({ control, kind, image, marking, isOver, sending, onImage, onUnreadable }: ReferenceImageProps): ReactNode {
  const { form } = useFormWords().messages;
  const shown = usePreview(image);
  const preview = shown.state === 'ready' ? shown.url : undefined;
  const [broken, setBroken] = useState<string>();
  const isBroken = async () => {
    setBroken(preview);
    const part = await import('./unshown.js').catch(() => undefined);
    if (part === undefined || part.isElsewhere(image) || (await part.isPicture(image, shown))) return;
    // Of that one more can be said, once it is to be sent.
    if (typeof image !== 'object' || image.type !== 'image/heic') onUnreadable();
  };
  const picker = useRef<HTMLInputElement>(null);
  const isRemoved = useRef(false);
  const name = image && nameOf(image);
  const remove = () => {
    isRemoved.current = true;
    onImage(undefined);
  };
  // The button goes away with the focus, to the one that takes its place.
  const takeFocus = (pick: HTMLButtonElement | null) => {
    if (pick !== null && isRemoved.current) pick.focus();
    isRemoved.current = false;
  };
  const choose = (files: FileList | null) => {
    if (files?.[0]) onImage(files[0]);
    // The same file can be chosen again after it was removed.
    if (picker.current !== null) picker.current.value = '';
  };
  return (
    <>
      <input ref={picker} type="file" hidden accept={REFERENCE_TYPES.join()} onChange={(event) => choose(event.target.files)} />
      {image === undefined ? (
        <button {...control} ref={takeFocus} type="button" className="bs-form-pick" data-over={isOver ? '' : undefined} onClick={() => picker.current?.click()}>
          {isOver ? form.dropImage : form.addImage(kind)}
        </button>
      ) : (
        <div className="bs-form-reference" data-over={isOver ? '' : undefined}>
          {preview && preview !== broken && <img src={preview} alt={form.imagePreview(kind)} onError={() => void isBroken()} />}
          {sending ? (
            <sending.Sending control={control} progress={sending.progress} onCancel={sending.cancel} />
          ) : (
            <>
              <span className="bs-form-file" dir="auto">{name ? form.imageName(name) : form.field('image', kind)}</span>
              {marking}
              <button {...control} type="button" className="bs-button" onClick={remove}>
                {form.removeImage}
              </button>
            </>
          )}
        </div>
      )}
    </>
  );
}

function nameOf(image: Blob | string): string | undefined {
  // What holds its own bytes, or is this page's alone, has no name that says anything.
  if (typeof image === 'string') return /^(data|blob):/.test(image) ? undefined : image;
  // By what it has: a file of a frame, or of another window, is no `File` of this one.
  const { name } = image as Partial<File>;
  // A browser calls every pasted picture that.
  return name === 'image.png' ? undefined : name;
}

interface ReferenceImageProps {
  control: ControlProps;
  kind: GenerationKind;
  image: Blob | string | undefined;
  /** Says what of it may change, where that can be said. */
  marking: ReactNode;
  /** Whether an image is being dragged over the form. */
  isOver: boolean;
  /** While it is on its way. */
  sending: ReferenceSending | undefined;
  onImage: (image: Blob | undefined) => void;
  /** What was given is no picture, whatever its name says. */
  onUnreadable: () => void;
}
