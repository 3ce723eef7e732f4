import { type ReactNode, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { formatDuration } from '../../react/format.js';
import { Lines } from '../asset-viewer/icons.js';
import { createSynced, type Synced } from './synced.js';
import { useCompareWords } from './words.js';

const PLAY = 'M5 3.2v9.6L12.5 8z';
const PAUSE = 'M5.5 3.5v9M10.5 3.5v9';
const STEP_SECONDS = 0.1;

/** Play, pause and seek for both at once. */
export function SyncControls({ first, second }: SyncControlsProps): ReactNode {
  const { compare: words } = useCompareWords().messages;
  const [synced] = useState(createSynced);
  useLayoutEffect(() => synced.hold(0, first), [synced, first]);
  useLayoutEffect(() => synced.hold(1, second), [synced, second]);
  const isPlaying = useSyncExternalStore(synced.subscribe, synced.isPlaying, () => false);
  const length = useSyncExternalStore(synced.subscribe, synced.getLength, () => 0);
  const label = isPlaying ? words.pause : words.play;
  return (
    <>
      <button
        type="button"
        className="bs-button bs-bare"
        aria-label={label}
        title={label}
        onClick={() => (isPlaying ? synced.pause() : void synced.play())}
      >
        <Lines path={isPlaying ? PAUSE : PLAY} />
      </button>
      <Seek synced={synced} length={length} />
    </>
  );
}

interface SyncControlsProps {
  /** The clips, as long as they are on the page. */
  first: HTMLVideoElement | null;
  second: HTMLVideoElement | null;
}

/** Where both are. Written straight to the elements: time passing renders nothing. */
function Seek({ synced, length }: { synced: Synced; length: number }): ReactNode {
  const { locale, messages } = useCompareWords();
  const { compare: words, units } = messages;
  const range = useRef<HTMLInputElement>(null);
  const time = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const tick = () => {
      const at = synced.getTime();
      const text = words.seekAt({ at: formatDuration(at * 1000, locale, units), length: formatDuration(length * 1000, locale, units) });
      if (range.current !== null) {
        range.current.value = String(at);
        range.current.setAttribute('aria-valuetext', text);
      }
      if (time.current !== null && time.current.textContent !== text) time.current.textContent = text;
    };
    tick();
    return synced.subscribe(tick);
  }, [synced, length, words, units, locale]);
  return (
    <>
      <input
        ref={range}
        type="range"
        className="bs-range"
        min={0}
        max={length}
        step={STEP_SECONDS}
        defaultValue={0}
        disabled={length === 0}
        aria-label={words.seek}
        onInput={(event) => synced.seek(event.currentTarget.valueAsNumber)}
      />
      <span ref={time} className="bs-figures bs-compare-time" aria-hidden="true" />
    </>
  );
}
