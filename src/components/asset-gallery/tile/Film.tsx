import { type ReactNode, useEffect, useRef, useState } from 'react';
import { prefersStill } from '../../motion.js';

/** A film that is only scrolled past within this time is not asked for. */
const SETTLE_MS = 150;

/** A film as its first frame. It is loaded whole, and plays without a sound, while it is pointed at or has the keyboard. */
export function Film({ source, playing, onBroken }: FilmProps): ReactNode {
  const film = useRef<HTMLVideoElement>(null);
  const [settled, setSettled] = useState(false);
  const [pointed, setPointed] = useState(false);
  const plays = playing || pointed;

  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLE_MS);
    return () => clearTimeout(timer);
  }, []);

  useEffect(() => {
    const video = film.current;
    if (video === null || !plays || prefersStill()) return undefined;
    // Refused by a browser that saves power, or cut short by the pointer leaving: the first frame is there.
    Promise.resolve(video.play()).catch(() => {});
    return () => {
      video.pause();
      video.currentTime = 0;
    };
  }, [plays, settled]);

  return (
    <div className="bs-tile-film" onPointerEnter={() => setPointed(true)} onPointerLeave={() => setPointed(false)}>
      {(settled || plays) && (
        <video
          ref={film}
          className="bs-tile-media"
          // Safari shows no frame before it is told which.
          src={`${source}#t=0.001`}
          preload="metadata"
          muted
          loop
          playsInline
          disablePictureInPicture
          tabIndex={-1}
          aria-hidden="true"
          onLoadedData={({ currentTarget }) => currentTarget.setAttribute('data-shown', '')}
          onError={onBroken}
        />
      )}
    </div>
  );
}

interface FilmProps {
  source: string;
  playing: boolean;
  onBroken: () => void;
}
