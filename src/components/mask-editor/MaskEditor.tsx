'use client';

import { type ReactNode, useState } from 'react';
import { loadOnce } from '../../core/base/load-once.js';
import { englishMask } from '../../react/words/mask.js';
import { useWords } from '../../react/words/useWords.js';
import { type StyleProps, useRoot } from '../element.js';
import { usePart } from '../use-part.js';
import { Waiting } from '../Waiting.js';
import type { EditorStatus } from './Editor.js';

const editor = loadOnce(async () => (await import('./Editor.js')).Editor);
const english = { mask: englishMask };

/**
 * Marks what of a picture an edit may change: with a brush and an eraser by mouse, pen or finger, and with a rectangle
 * by keyboard. The mask is one that `useImageEdit` takes. All but the frame of it is loaded once it is on the page.
 *
 * @example
 * <MaskEditor image={file} onDone={(mask) => void edit.generate({ model: 'gpt-image-2', prompt, image: file, mask })} />
 */
export function MaskEditor(props: MaskEditorProps): ReactNode {
  const { image, defaultMask, onDone, onCancel } = props;
  const { mask: words } = useWords(english).messages;
  const [inside, setInside] = useState<EditorStatus>('loading');
  const { Component, hasFailed, again } = usePart(editor);
  const status = hasFailed ? 'failed' : inside;
  return useRoot<MaskEditorState>('bs-mask-editor', { status }, props, {
    role: 'group',
    'aria-label': words.title,
    'aria-busy': status === 'loading' || undefined,
    'data-status': status,
    children:
      Component !== undefined ? (
        <Component key={keyOf(image)} image={image} defaultMask={defaultMask} onDone={onDone} onCancel={onCancel} onStatus={setInside} />
      ) : (
        <Waiting said={words} hasFailed={hasFailed} onAgain={again} />
      ),
  });
}

const keys = new WeakMap<Blob, number>();
let count = 0;

/** Another picture begins anew: what was painted belongs to the one before. */
function keyOf(image: Blob | string): string | number {
  if (typeof image === 'string') return image;
  const key = keys.get(image) ?? ++count;
  keys.set(image, key);
  return key;
}

export interface MaskEditorProps extends StyleProps<MaskEditorState, HTMLDivElement> {
  /** The picture to mark: a file, or an address that this page may show. Another one begins anew. */
  image: Blob | string;
  /** What was marked before: a mask of this picture, as `onDone` gave it. Read once for each picture. @default nothing is marked */
  defaultMask?: Blob | undefined;
  /**
   * Takes the mask: a PNG as large as the picture in pixels, transparent where it may change and opaque elsewhere.
   * `undefined` where nothing is marked, since an edit without a mask may change all of it.
   */
  onDone: (mask: Blob | undefined) => void;
  /** Called when the person wants no mask after all. @default no such button */
  onCancel?: (() => void) | undefined;
}

/** What `className`, `style` and `render` may depend on; also on the element as `data-*`. */
export interface MaskEditorState {
  /** `failed` where the editor does not load, or the picture cannot be painted on. */
  status: 'loading' | 'ready' | 'failed';
}
