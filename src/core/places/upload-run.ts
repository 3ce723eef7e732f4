import type { BytespikeError } from '../base/errors.js';
import { createStore, type Store } from '../base/observable.js';
import type { ClientInternals } from '../client/internals.js';
import type { Asset } from '../outcome/asset.js';
import type { UploadedPicture } from '../uploads/uploads.js';
import type { FirstFrame, FirstFrameSettings } from '../client/first-frame.js';

/** How sending something stands. */
interface SendingState {
  status: 'idle' | 'uploading' | 'done' | 'error';
  /** How much has left, from 0 to 1; 0 while the picture is made ready. */
  progress: number;
  error: BytespikeError | undefined;
}

export interface UploadState extends SendingState {
  /** What was uploaded last. */
  uploaded: UploadedPicture | undefined;
}

export interface FirstFrameState extends SendingState {
  /** What was made ready last. */
  frame: FirstFrame | undefined;
}

interface Watch {
  signal: AbortSignal;
  onProgress(part: number): void;
}

/** One place of an interface that sends one thing at a time. */
interface SendingRun<Call, Result, State> extends Pick<Store<State>, 'get' | 'subscribe'> {
  initial(): State;
  send(call: Call): Promise<Result>;
  cancel(): void;
  reset(): void;
}

export function createUploadRun(client: ClientInternals): SendingRun<Blob, UploadedPicture, UploadState> {
  return sendingRun<Blob, UploadedPicture, UploadState>((file, watch) => client.upload(file, watch), (uploaded, state) => ({ ...state, uploaded }));
}

/** What is asked for beside the source. */
export type FrameChoice = Pick<FirstFrameSettings, 'at'>;

type FrameCall = readonly [source: Asset | Blob, choice: FrameChoice | undefined];

export function createFirstFrameRun(client: ClientInternals): SendingRun<FrameCall, FirstFrame, FirstFrameState> {
  return sendingRun<FrameCall, FirstFrame, FirstFrameState>(
    // What reads and takes apart comes with the first of them.
    async ([source, choice], watch) => (await import('../client/first-frame.js')).firstFrameOf(client, source, { ...choice, ...watch }),
    (frame, state) => ({ ...state, frame }),
  );
}

function sendingRun<Call, Result, State extends SendingState>(
  send: (call: Call, watch: Watch) => Promise<Result>,
  whole: (result: Result | undefined, state: SendingState) => State,
): SendingRun<Call, Result, State> {
  const stateOf = (status: SendingState['status'], progress = 0, result?: Result, error?: BytespikeError) => whole(result, { status, progress, error });
  const idle = stateOf('idle');
  const { get, set, subscribe } = createStore(idle);
  let current: AbortController | undefined;
  const cancel = () => current?.abort();
  return {
    get,
    subscribe,
    initial: () => idle,
    send(call) {
      cancel();
      const own = (current = new AbortController());
      /** Whoever began another one no longer looks at this. */
      const tell = (...state: Parameters<typeof stateOf>) => current === own && set(stateOf(...state));
      const onProgress = (progress: number) => tell('uploading', progress);
      onProgress(0);
      const sending = send(call, { signal: own.signal, onProgress });
      sending.then(
        (result) => tell('done', 1, result),
        // Nothing else is thrown there.
        (error: BytespikeError) => (error.code === 'aborted' ? tell('idle') : tell('error', 0, undefined, error)),
      );
      return sending;
    },
    cancel,
    reset() {
      cancel();
      current = undefined;
      set(idle);
    },
  };
}
