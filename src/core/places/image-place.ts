import { pageEnvironment } from '../base/environment.js';
import { isBytespikeError } from '../base/errors.js';
import { createPart, whenLoaded } from '../base/part.js';
import type { ImageRequest } from '../catalog/requests.js';
import type { ClientInternals } from '../client/internals.js';
import type { Asset } from '../outcome/asset.js';
import { usualWait } from '../records/usual-wait.js';
import type { ImageBook, LeftImage } from './image-journal.js';
import { advanceImage, type ImageBeginning, type ImageNews, newImage, type PlacedImage } from './image-phase.js';
import { mayBeKept } from './image-state.js';
import type { ImageTask } from './image-via-task.js';
import type { MadeImages, Wish } from './image-wish.js';
import { createJourneys, type Journey, type Journeys } from './journey.js';
import type { ImageRun, ImageRunOptions } from './runs.js';
import { compareWish, type WishOutcome } from './wish.js';

const bookPart = createPart(pageEnvironment(), () => import('./image-journal.js'));
const nothing = () => {};

/** How images are asked for. What is rendered as a task is handed to `follow`. */
type Send<Request> = (request: Request, wish: Wish, follow: (task: ImageTask) => void) => Promise<readonly Asset[]>;

/** What is rendered as a task is shown as a view of its run. */
interface Rendered {
  task: ImageTask;
}

/** What the actions of one place have in common. */
interface Place {
  client: ClientInternals;
  via: 'sync' | 'task';
  keepRuns: number;
  journeys: Journeys<PlacedImage, ImageBeginning, ImageNews, Rendered>;
  /** What is written down, once it is open. */
  book: ImageBook | undefined;
  open(): Promise<ImageBook>;
}

/**
 * What one place of an interface shows: the image that was asked for last, or that an earlier page
 * left there. Every wish is written down, and found again by whoever opens the place next.
 */
export function createImagePlace<Request extends ImageRequest>(
  client: ClientInternals,
  options: ImageRunOptions,
  send: Send<Request>,
  locks?: LockManager,
): ImageRun<Request> {
  const { via = 'sync', keepRuns = 0, persist } = options;
  const initial = newImage(via);
  const journeys: Place['journeys'] = createJourneys(initial, (image, event) => advanceImage(image, event, client.clock.wallNow()), () => {
    const seen = () => look(place);
    const stops = [persist === undefined ? undefined : place.book?.subscribe(seen), journeys.current().task?.subscribe(seen)];
    seen();
    return () => stops.forEach((stop) => stop?.());
  });
  const place: Place = {
    client,
    via,
    keepRuns,
    journeys,
    book: undefined,
    async open() {
      const { openImageBook } = await bookPart.load();
      if (place.book === undefined) {
        place.book = openImageBook(client, options, locks);
        journeys.attend();
      }
      return place.book;
    },
  };
  return {
    get: () => journeys.get().shown,
    initial: () => initial.shown,
    subscribe: journeys.subscribe,
    start() {
      const leave = client.prepare(via === 'task' ? 'tasks' : 'images');
      if (journeys.get().phase !== 'new') return leave;
      journeys.tell(journeys.current(), { type: 'looked' });
      if (persist === undefined) return leave;
      const left = { load: async () => (await place.open()).left(), current: () => undefined };
      const stop = whenLoaded(left, client.clock, (found) => found && restore(place, found));
      journeys.current().signal.addEventListener('abort', stop);
      return leave;
    },
    generate: (request) => generate(place, request, send),
    async cancel() {
      const { shown, wish } = journeys.get();
      // What has ended is left as it is.
      if (shown.status !== 'pending' && shown.status !== 'unknown') return;
      wish?.stop.abort();
      await journeys.current().task?.cancel();
    },
    reset() {
      journeys.begin({ type: 'emptied', via });
      place.open().then((book) => book.clear(), nothing);
    },
  };
}

function generate<Request extends ImageRequest>(place: Place, request: Request, send: Send<Request>): Promise<readonly Asset[]> {
  const { client, journeys, via, keepRuns } = place;
  const { wish: last, shown } = journeys.get();
  const at = client.clock.now();
  const kin = last === undefined ? 'another' : compareWish({ ...last, outcome: outcomeOf(journeys.get(), client.offers()) }, request, at);
  if (last !== undefined && kin === 'same') return last.result;
  const earlier = kin === 'again' ? last : undefined;
  const before = earlier && shown.error;
  const again = earlier?.again === true && before?.code !== 'aborted';
  const wish: Wish = { request, at, key: earlier?.key ?? client.createId(), before, again, stop: new AbortController(), result: Promise.resolve([]) };
  const journey = journeys.begin({ type: 'asked', wish, via, submittedAt: client.clock.wallNow(), keepRuns });
  wish.result = show(place, journey, wish, place.open().then((book) => book.keep(wish, request, () => send(request, wish, (task) => view(place, journey, task)))));
  return wish.result;
}

/** Freshly asked for or restored: from here on it is what its run is. */
function view({ journeys }: Place, journey: Journey<Rendered>, task: ImageTask): void {
  journey.task = task;
  if (!journey.signal.aborted) journeys.attend();
}

function outcomeOf({ wish, shown }: PlacedImage, offers: string | undefined): WishOutcome {
  if (shown.status === 'pending') return 'pending';
  if (mayBeKept(shown, offers)) return 'lost';
  return wish?.stop.signal.aborted || shown.status === 'success' ? 'over' : 'answered';
}

async function show({ client, journeys }: Place, journey: Journey<Rendered>, { request }: Wish, made: Promise<MadeImages>): Promise<readonly Asset[]> {
  // Without them the wait is shown as unknown.
  usualWait(client, request).then((seconds) => journeys.tell(journey, { type: 'expected', seconds }), nothing);
  try {
    const ended = await made;
    journeys.tell(journey, { type: 'made', ...ended });
    return ended.images;
  } catch (error) {
    if (isBytespikeError(error)) journeys.tell(journey, { type: 'failed', error });
    throw error;
  }
}

/** As the slot was left by an earlier page, or by another tab. */
function restore(place: Place, { key, request, createdAt, became }: LeftImage): void {
  const { journeys, via, keepRuns } = place;
  // Nobody clicked here.
  const at = Number.NEGATIVE_INFINITY;
  const wish: Wish = { request, at, key, again: true, stop: new AbortController(), result: Promise.resolve([]) };
  if (became.kind === 'ended') return void journeys.begin({ type: 'found', wish, state: became.state });
  const isTask = became.kind === 'task';
  const journey = journeys.begin({ type: 'asked', wish, via: isTask ? 'task' : via, submittedAt: became.kind === 'task' ? createdAt : became.submittedAt, keepRuns });
  if (became.kind === 'task') {
    const task = became.follow();
    view(place, journey, task);
    wish.result = show(place, journey, wish, task.ended);
  } else wish.result = show(place, journey, wish, became.find(wish.stop.signal));
  // Its outcome is in the state; nobody awaits this promise.
  wish.result.catch(nothing);
}

/** What another tab put into the slot, or took out of it. */
async function turn(place: Place): Promise<void> {
  const { journeys, book, via } = place;
  const { signal } = journeys.current();
  const found = await book?.left();
  // Whoever asked for something meanwhile wants that.
  if (signal.aborted) return;
  if (found !== undefined) restore(place, found);
  else journeys.begin({ type: 'emptied', via });
}

/** What became of it elsewhere. */
function look(place: Place): void {
  const { journeys, book } = place;
  if (book?.hasTurned()) turn(place).catch(nothing);
  const journey = journeys.current();
  const { wish, shown } = journeys.get();
  if (journey.task !== undefined) return void journeys.tell(journey, { type: 'seen', state: journey.task.get() });
  const made = shown.status === 'unknown' ? book?.made(wish?.key ?? '') : undefined;
  if (made !== undefined) journeys.tell(journey, { type: 'seen', state: made });
}
