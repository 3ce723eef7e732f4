'use client';

import { type ComponentType, type ReactNode, useCallback, useRef, useState, useSyncExternalStore } from 'react';
import type { Asset } from '../../core/outcome/asset.js';
import { useRootProps, type StyleProps } from '../element.js';
import { useOwnStyle } from '../own-style.js';
import { type ButtonStatus, buttonStatus, type Heard, heard, nothingHeard } from './button-state.js';
import type { GenerationPanelProps } from './create-panel.js';
import type { GenerationActivity } from './idle.js';
import { createParts } from './parts.js';
import { useBegun } from './use-begun.js';
import { type GenerateWords, useGenerateWords } from './words.js';

/**
 * The button on the panel of a flavour. It is small: the dialog and all that is in it come with
 * the first look at the button, by pointer or by keyboard.
 */
export function createGenerateButton(loadPanel: () => Promise<ComponentType<GenerationPanelProps>>): (props: GenerateButtonProps) => ReactNode {
  const loadParts = async (loadStyles: GenerateButtonProps['loadStyles']) => {
    const [Panel, { default: Dialog }] = await Promise.all([loadPanel(), import('./GenerateDialog.js'), loadStyles?.()]);
    return { Panel, Dialog };
  };

  return function GenerateButton({ children, onAsset, loadStyles, className, style, render, ref, ...panel }: GenerateButtonProps): ReactNode {
    const words = useGenerateWords();
    const { generate } = words.messages;
    const [parts] = useState(() => createParts(() => loadParts(loadStyles)));
    const { status: loading, loaded } = useSyncExternalStore(parts.subscribe, parts.get, parts.get);
    const [isOpen, setOpen] = useState(false);
    // Once it was opened, what is in it lives as long as the button.
    const [wasOpened, setOpened] = useState(false);
    const isBegun = useBegun(panel.persist, parts.load);
    const [news, setNews] = useState<Heard>(nothingHeard);
    const hear = useCallback((activity: GenerationActivity) => {
      const now = Date.now();
      setNews((before) => heard(before, activity, now));
    }, []);
    const beside = useRef<HTMLSpanElement>(null);

    const status = buttonStatus(isOpen, loading, news);
    const open = () => {
      parts.load();
      setOpen(true);
      setOpened(true);
    };
    const close = () => {
      setOpen(false);
      // What was on the screen when it was closed is no news behind it.
      setNews((before) => ({ ...before, isSeen: true }));
    };
    const use = (asset: Asset) => {
      close();
      onAsset?.(asset);
    };

    const state: GenerateButtonState = { status };
    const root = useRootProps<GenerateButtonState, HTMLButtonElement>('bs-button bs-generate-button', state, { className, style, ref }, {
      'aria-haspopup': 'dialog',
      'aria-expanded': isOpen,
      'aria-busy': status === 'opening' || undefined,
      'data-status': status,
      onPointerEnter: parts.load,
      onFocus: parts.load,
      onClick: open,
      children: (
        <>
          <span>{children ?? generate.open}</span>
          <Badge status={status} news={news} words={words} />
        </>
      ),
    });
    return (
      <>
        {render === undefined ? <button type="button" {...root} /> : render(root, state)}
        <span ref={beside} role="status" className="bs-hidden">
          {spoken(status, news, words)}
        </span>
        {loaded !== undefined && (wasOpened || isBegun) && (
          <loaded.Dialog isOpen={isOpen} onClose={close} opener={() => beside.current?.previousElementSibling} note={news.activity.status === 'making' ? generate.closing(news.activity.kind) : undefined}>
            <loaded.Panel {...panel} onActivity={hear} onAsset={onAsset && use} />
          </loaded.Dialog>
        )}
      </>
    );
  };
}

export interface GenerateButtonProps
  extends Omit<GenerationPanelProps, 'className' | 'style' | 'render' | 'ref' | 'children' | 'onActivity'>,
    StyleProps<GenerateButtonState, HTMLButtonElement> {
  /** What stands on the button. @default 'Generate' */
  children?: ReactNode;
  /** Takes the result that the person chose; the dialog closes. */
  onAsset?: ((asset: Asset) => unknown) | undefined;
  /**
   * Brings the style sheet of what the button opens, with the dialog and before it shows:
   * `() => import('bytespike-react/styles/generate-dialog.css')` beside `styles/generate-button.css`.
   * Where it fails, the dialog does, and both are tried again by the next press. Read once.
   * @default the page has it, as `styles.css` does
   */
  loadStyles?: (() => Promise<unknown>) | undefined;
}

/** What `className`, `style` and `render` may depend on; also on the element as `data-*`. */
export interface GenerateButtonState {
  /** `making`, `made` and `ended` are said while the dialog is closed, the last two until it was opened. */
  status: ButtonStatus;
}

interface BadgeProps {
  status: ButtonStatus;
  news: Heard;
  words: GenerateWords;
}

/** Where it stands, in a word or two; while something is made, over a bar that moves in CSS. */
function Badge({ status, news: { activity, elapsed }, words: { messages } }: BadgeProps): ReactNode {
  const { generate } = messages;
  const said: Partial<Record<ButtonStatus, string>> = {
    opening: generate.opening,
    failed: generate.openFailed,
    making: generate.making(activity.kind),
    made: generate.made,
    ended: generate.notMade,
  };
  const pace = useOwnStyle({ '--bs-generate-seconds': `${activity.expectedSeconds ?? 0}s`, '--bs-generate-since': `${-elapsed}s` });
  if (said[status] === undefined) return null;
  return (
    <span className="bs-generate-badge">
      <span>{said[status]}</span>
      {status === 'making' && <i className="bs-generate-pace" data-indeterminate={activity.expectedSeconds === undefined ? '' : undefined} style={pace} />}
    </span>
  );
}

/** What a screen reader is told, who is somewhere else by then. */
function spoken(status: ButtonStatus, { activity: { kind } }: Heard, { messages: { generate } }: GenerateWords): string {
  if (status === 'made') return generate.madeNews(kind);
  if (status === 'ended') return generate.notMadeNews(kind);
  return status === 'failed' ? generate.openFailed : '';
}
