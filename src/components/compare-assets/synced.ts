/** Two clips as one. Discarded: native controls on each, which start and seek apart. */
export interface Synced {
  /** The clip at a place, until the returned function is called. */
  hold(place: 0 | 1, video: HTMLVideoElement | null): () => void;
  play(): Promise<void>;
  pause(): void;
  /** To that many seconds; the shorter one stays at its end. */
  seek(seconds: number): void;
  /** Seconds. */
  getTime(): number;
  /** Of the longer one, in seconds; 0 before it is known. */
  getLength(): number;
  isPlaying(): boolean;
  /** Told when one of these changes. */
  subscribe(changed: () => void): () => void;
}

/** More than two frames apart can be seen. */
const APART_SECONDS = 0.08;
const EVENTS = ['timeupdate', 'seeked', 'play', 'pause', 'loadedmetadata', 'durationchange', 'ended'] as const;

export function createSynced(): Synced {
  const videos: [HTMLVideoElement | null, HTMLVideoElement | null] = [null, null];
  const listeners = new Set<() => void>();
  let isPlaying = false;
  /** Kept, so that clips that are placed anew go on from there. */
  let time = 0;

  const present = () => videos.filter((video) => video !== null);
  const longest = () => present().sort((a, b) => lengthOf(b) - lengthOf(a))[0];
  const tell = () => {
    for (const listener of listeners) listener();
  };

  function seek(seconds: number): void {
    time = seconds;
    for (const video of present()) video.currentTime = Math.min(seconds, lengthOf(video));
    tell();
  }

  async function play(): Promise<void> {
    if (longest()?.ended === true) seek(0);
    isPlaying = true;
    tell();
    try {
      await Promise.all(present().filter((video) => !video.ended).map((video) => video.play()));
    } catch {
      // Refused by the browser, or paused before it began.
      pause();
    }
  }

  function pause(): void {
    isPlaying = false;
    for (const video of present()) video.pause();
    tell();
  }

  function hear(event: Event): void {
    if (event.type === 'loadedmetadata') seek(time);
    if (event.type === 'timeupdate') {
      if (isPlaying) keepTogether(present());
      time = longest()?.currentTime ?? time;
    }
    // From the beginning again, both at once; the shorter one waits for that at its end.
    if (event.type === 'ended' && isPlaying && event.target === longest()) {
      seek(0);
      void play();
    }
    // By a media key, or because the page was hidden.
    if (event.type === 'pause' && isPlaying && present().some((video) => video === event.target && !video.ended)) pause();
    tell();
  }

  return {
    hold(place, video) {
      videos[place] = video;
      const stop = new AbortController();
      for (const name of EVENTS) video?.addEventListener(name, hear, { signal: stop.signal });
      // It may have told its length before anybody listened.
      tell();
      return () => {
        stop.abort();
        videos[place] = null;
        isPlaying = false;
      };
    },
    play,
    pause,
    seek,
    getTime: () => longest()?.currentTime ?? time,
    getLength: () => Math.max(0, ...present().map(lengthOf)),
    isPlaying: () => isPlaying,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

/** Seconds; 0 before it is known. */
function lengthOf({ duration }: HTMLVideoElement): number {
  return Number.isFinite(duration) ? duration : 0;
}

/** The one that is ahead, by a clip that loads slowly, waits for the other. */
function keepTogether(videos: readonly HTMLVideoElement[]): void {
  const running = videos.filter((video) => !video.ended && !video.seeking);
  if (running.length < 2) return;
  const behind = Math.min(...running.map(({ currentTime }) => currentTime));
  for (const video of running) if (video.currentTime - behind > APART_SECONDS) video.currentTime = behind;
}
