import type { ReactNode } from 'react';
import { formatPlain } from '../../react/format.js';
import { Lines } from '../asset-viewer/icons.js';
import { useCanvasWords } from './words.js';

/** The way from one version of a turn to the next, each with all that was said after it. */
export function Versions({ forks, shown, canGo, onShow }: VersionsProps): ReactNode {
  const { locale, messages } = useCanvasWords();
  const { conversation: words } = messages;
  const at = forks.indexOf(shown);
  const button = (name: string, path: string, by: 1 | -1) => {
    const key = forks[at + by];
    const isOff = key === undefined || !canGo;
    return (
      // Not `disabled`: the focus stays where it was.
      <button type="button" className="bs-button bs-bare bs-canvas-step" aria-label={name} title={name} aria-disabled={isOff || undefined} onClick={() => isOff || onShow(key)}>
        <Lines path={path} />
      </button>
    );
  };
  return (
    <div className="bs-canvas-versions">
      {button(words.versionBefore, 'M10 3.5 5.5 8l4.5 4.5', -1)}
      <span role="status" className="bs-figures">
        {words.version({ index: formatPlain(at + 1, locale), count: formatPlain(forks.length, locale) })}
      </span>
      {button(words.versionAfter, 'M6 3.5 10.5 8 6 12.5', 1)}
    </div>
  );
}

interface VersionsProps {
  /** Keys, oldest first. */
  forks: readonly string[];
  shown: string;
  canGo: boolean;
  onShow: (key: string) => void;
}
