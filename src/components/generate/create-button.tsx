'use client';

import { type ComponentType, type ReactNode, useRef, useState, useSyncExternalStore } from 'react';
import type { Asset } from '../../core/outcome/asset.js';
import { useBytespike } from '../../react/provider.js';
import { englishGenerateButton } from '../../react/words/generate-button.js';
import { useRootProps, type StyleProps } from '../element.js';
import { type ButtonStatus, buttonStatus, nothingHeard } from './button-state.js';
import type { GenerationPanelProps } from './create-panel.js';
import { createParts } from './parts.js';
import { useBegun } from './use-begun.js';

/**
 * The button on the panel of a flavour. It is small: the dialog and all that is in it come with
 * the first look at the button, by pointer or by keyboard, and so does what the button says of them.
 */
export function createGenerateButton(loadPanel: () => Promise<ComponentType<GenerationPanelProps>>): (props: GenerateButtonProps) => ReactNode {
  const loadParts = async (loadStyles: GenerateButtonProps['loadStyles']) => {
    const [Panel, { Opened, Badge, Spoken }] = await Promise.all([loadPanel(), import('./opened.js'), loadStyles?.()]);
    return { Panel, Opened, Badge, Spoken };
  };

  return function GenerateButton({ children, onAsset, loadStyles, className, style, render, ref, ...panel }: GenerateButtonProps): ReactNode {
    const words = { ...englishGenerateButton, ...useBytespike().messages.generate };
    const [parts] = useState(() => createParts(() => loadParts(loadStyles)));
    const { status: loading, loaded } = useSyncExternalStore(parts.subscribe, parts.get, parts.get);
    const [isOpen, setOpen] = useState(false);
    // Once it was opened, what is in it lives as long as the button.
    const [wasOpened, setOpened] = useState(false);
    const isBegun = useBegun(panel.persist, parts.load);
    const [news, setNews] = useState(nothingHeard);
    const beside = useRef<HTMLSpanElement>(null);

    const status = buttonStatus(isOpen, loading, news);
    const open = () => {
      parts.load();
      setOpen(true);
      setOpened(true);
    };
    const failed = status === 'failed' ? words.openFailed : undefined;
    const said = status === 'opening' ? words.opening : failed;

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
          <span>{children ?? words.open}</span>
          {said === undefined ? (
            loaded && <loaded.Badge status={status} news={news} />
          ) : (
            <span className="bs-generate-badge">
              <span>{said}</span>
            </span>
          )}
        </>
      ),
    });
    return (
      <>
        {render === undefined ? <button type="button" {...root} /> : render(root, state)}
        <span ref={beside} role="status" className="bs-hidden">
          {failed ?? (loaded && <loaded.Spoken status={status} news={news} />)}
        </span>
        {loaded !== undefined && (wasOpened || isBegun) && (
          <loaded.Opened
            Panel={loaded.Panel}
            panel={panel}
            isOpen={isOpen}
            setOpen={setOpen}
            news={news}
            setNews={setNews}
            opener={() => beside.current?.previousElementSibling}
            onAsset={onAsset}
          />
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
