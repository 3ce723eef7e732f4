'use client';

import { type ComponentType, type ReactNode, useCallback } from 'react';
import type { Asset } from '../../core/outcome/asset.js';
import { useOwnStyle } from '../own-style.js';
import type { ButtonStatus, Heard } from './button-state.js';
import type { GenerationPanelProps } from './create-panel.js';
import { GenerateDialog } from './GenerateDialog.js';
import type { GenerationActivity } from './idle.js';
import { useGenerateWords } from './words.js';

/** What a button opens, and what it hears of it. */
export function Opened({ Panel, panel, isOpen, setOpen, news, setNews, opener, onAsset }: OpenedProps): ReactNode {
  const { generate } = useGenerateWords().messages;
  const hear = useCallback(
    (activity: GenerationActivity) => {
      const now = Date.now();
      setNews((before) => heard(before, activity, now));
    },
    [setNews],
  );
  const close = () => {
    setOpen(false);
    // What was on the screen when it was closed is no news behind it.
    setNews((before) => ({ ...before, isSeen: true }));
  };
  const use = (asset: Asset) => {
    close();
    onAsset?.(asset);
  };
  return (
    <GenerateDialog isOpen={isOpen} onClose={close} opener={opener} note={news.activity.status === 'making' ? generate.closing(news.activity.kind) : undefined}>
      <Panel {...panel} onActivity={hear} onAsset={onAsset && use} />
    </GenerateDialog>
  );
}

interface OpenedProps {
  Panel: ComponentType<GenerationPanelProps>;
  panel: GenerationPanelProps;
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
  news: Heard;
  setNews: (after: (before: Heard) => Heard) => void;
  /** Gets the focus back. */
  opener: () => Element | null | undefined;
  onAsset: ((asset: Asset) => unknown) | undefined;
}

/** After news from the panel. An end is news only after something was made here: an old one is not. */
function heard(before: Heard, activity: GenerationActivity, now: number): Heard {
  const isNews = before.activity.status === 'making' || activity.status === 'making';
  return { activity, isSeen: !isNews, elapsed: activity.submittedAt === undefined ? 0 : (now - activity.submittedAt) / 1000 };
}

interface NewsProps {
  status: ButtonStatus;
  news: Heard;
}

/** Where it stands, in a word or two; while something is made, over a bar that moves in CSS. */
export function Badge({ status, news: { activity, elapsed } }: NewsProps): ReactNode {
  const { generate } = useGenerateWords().messages;
  const said: Partial<Record<ButtonStatus, string>> = { making: generate.making(activity.kind), made: generate.made, ended: generate.notMade };
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
export function Spoken({ status, news: { activity } }: NewsProps): ReactNode {
  const { generate } = useGenerateWords().messages;
  if (status === 'made') return generate.madeNews(activity.kind);
  return status === 'ended' ? generate.notMadeNews(activity.kind) : '';
}
