import { type ReactNode, useEffect, useId, useState } from 'react';
import { maskFile } from '../../core/mask/mask-file.js';
import { ActionButton } from '../ActionButton.js';
import { isPicture } from '../prompt-form/reference/unshown.js';
import { usePreview } from '../prompt-form/reference/use-preview.js';
import type { BytesAddress } from '../shown-bytes.js';
import { type BrushSizes, brushSizes, nextSize, type Tool } from './brush.js';
import { BrushControls } from './BrushControls.js';
import { shareText } from './share-text.js';
import { Stage } from './Stage.js';
import { Toolbar } from './Toolbar.js';
import { useEditing } from './use-editing.js';
import { useMask } from './use-mask.js';
import { useStage } from './use-stage.js';
import { useMaskWords } from './words.js';

/** Until the size of the picture is known. */
const NONE: BrushSizes = { min: 1, max: 1, step: 1, default: 1 };

/** All of the editor but its frame. */
export function Editor({ image, defaultMask, onDone, onCancel, onStatus }: EditorProps): ReactNode {
  const words = useMaskWords();
  const { mask: said } = words.messages;
  const help = useId();
  const shown = usePreview(image);
  const source = shown.state === 'ready' ? shown.url : undefined;
  const { mask, state, trouble, setTrouble, open } = useMask(defaultMask);
  const [tool, setTool] = useState<Tool>('brush');
  const [wished, setSize] = useState<number>();
  const sizes = mask === undefined ? NONE : brushSizes(mask);
  const size = wished ?? sizes.default;
  const parts = useStage(mask, { tool, size }, () => setTrouble('noRoom'));
  const { zoom } = parts;
  // What is painted while it is written would be in a part of the file.
  const [isSaving, setSaving] = useState(false);
  const editing = useEditing({ mask: isSaving ? undefined : mask, zoom, tool, words, onWider: (steps) => setSize(nextSize(size, steps, sizes)) });
  const [isRightToLeft, setRightToLeft] = useState(false);
  const isGone = trouble === 'unreadable' || trouble === 'noRoom';
  const status = isGone ? 'failed' : mask === undefined ? 'loading' : 'ready';
  useEffect(() => onStatus(status), [status, onStatus]);

  const done = async () => {
    if (mask === undefined) return;
    setTrouble(undefined);
    setSaving(true);
    const file = mask.get().marked === 0 ? undefined : await maskFile(mask).catch(() => null);
    setSaving(false);
    if (file === null) setTrouble('notWritten');
    else onDone(file);
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- what is pressed within it, wherever that is, are steps back and forth
    <div className="bs-mask" data-status={status} onKeyDown={editing.onKey}>
      {!isGone && (
        <>
          <div className="bs-mask-tools" inert={isSaving}>
            <BrushControls tool={tool} size={size} sizes={sizes} onTool={setTool} onSize={setSize} />
            <Toolbar state={state} isReady={mask !== undefined} zoom={zoom} isRightToLeft={isRightToLeft} onStep={editing.step} />
          </div>
          <Stage
            parts={parts}
            source={source}
            size={mask}
            tool={tool}
            isInert={isSaving}
            frame={editing.frame}
            label={said.picture}
            describedBy={`${help}-help ${help}-keys`}
            onKeyDown={editing.onStageKey}
            onSize={(natural, isFromRight) => {
              setRightToLeft(isFromRight);
              open(natural);
            }}
            onBroken={() => void showsOtherwise(image, shown).then((isShown) => isShown || setTrouble('unreadable'))}
          />
          <div className="bs-fine">
            <p id={`${help}-help`}>{said.help}</p>
            <p id={`${help}-keys`}>{said.keys}</p>
          </div>
        </>
      )}
      <p role="alert" className="bs-mask-trouble">
        {trouble !== undefined && said[trouble]}
      </p>
      <span role="status" className="bs-hidden">
        {editing.said}
      </span>
      <div className="bs-mask-actions">
        {mask !== undefined && <span className="bs-fine bs-figures">{shareText(state.marked, words)}</span>}
        {onCancel !== undefined && <ActionButton label={said.cancel} onPress={onCancel} />}
        {!isGone && <ActionButton label={said.done} busyLabel={isSaving ? said.saving : said.done} busy={mask === undefined} onPress={done} />}
      </div>
    </div>
  );
}

/** A page that refuses addresses of files may show the same bytes by another; what does not load by that either cannot be shown. */
const showsOtherwise = async (image: Blob | string, shown: BytesAddress): Promise<boolean> =>
  shown.state === 'ready' && shown.instead !== undefined && (await isPicture(image, shown).catch(() => false));

/** Where it stands; `failed` where the picture cannot be painted on. */
export type EditorStatus = 'loading' | 'ready' | 'failed';

interface EditorProps {
  image: Blob | string;
  defaultMask: Blob | undefined;
  onDone: (mask: Blob | undefined) => void;
  onCancel: (() => void) | undefined;
  onStatus: (status: EditorStatus) => void;
}
