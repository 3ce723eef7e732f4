const MARK = 'bytespikeLightbox';

/** Who is closed by Back now. */
let open: { onBack: () => void } | undefined;
/** Whether our own step back is on its way. */
let isLeaving = false;

/**
 * Lets the browser's Back close what is open, by one entry of the history with the address and the
 * state of the page as they are, so that an app's router sees no other place. Returns what takes
 * the entry away again. Where the app has gone on to another entry by then, that one is left alone.
 */
export function backCloses(onBack: () => void): () => void {
  const mine = { onBack };
  open = mine;
  addEventListener('popstate', moved);
  arrange();
  return () => {
    if (open !== mine) return;
    open = undefined;
    // Not at once: whoever opens in the same moment keeps the entry, and so does a second run of an effect.
    queueMicrotask(arrange);
  };
}

function moved(): void {
  const isOurs = isLeaving;
  isLeaving = false;
  const closed = isOurs || isMarked() ? undefined : open;
  if (closed !== undefined) open = undefined;
  arrange();
  closed?.onBack();
}

/** Makes the history fit what is open: one marked entry on top, or none. */
function arrange(): void {
  if (isLeaving) return;
  if (open !== undefined) {
    // A marked one may be there already: from before a reload, or because Forward led to it.
    if (!isMarked()) push();
    return;
  }
  if (isMarked()) {
    isLeaving = true;
    history.back();
    return;
  }
  removeEventListener('popstate', moved);
}

function push(): void {
  const state: unknown = history.state;
  if (typeof state !== 'object') return;
  try {
    // What a router keeps there stays: some reload the page when they do not find it.
    history.pushState({ ...state, [MARK]: location.href }, '');
  } catch {
    // Forbidden here, as in some frames: Back then does what it always did.
  }
}

/** By address too: an app may copy the state of an entry to another one. */
function isMarked(): boolean {
  const state = history.state as Record<string, unknown> | null;
  return typeof state === 'object' && state?.[MARK] === location.href;
}
