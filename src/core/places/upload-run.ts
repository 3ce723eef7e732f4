import type { BytespikeError } from '../base/errors.js';
import type { ClientInternals } from '../client/internals.js';
import type { Asset } from '../outcome/asset.js';
import type { UploadedPicture } from '../uploads/uploads.js';
import type { FirstFrame, FirstFrameSettings } from '../client/first-frame.js';
import { type CallRun, createCallRun } from '../base/call-run.js';

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

const idle: SendingState = { status: 'idle', progress: 0, error: undefined };
const done: Partial<SendingState> = { status: 'done', progress: 1 };
const sending = {
  begun: { status: 'uploading' },
  failed: (error: BytespikeError): SendingState => ({ status: 'error', progress: 0, error }),
  stopped: idle,
} as const;

export function createUploadRun(client: ClientInternals): CallRun<Blob, UploadedPicture, UploadState> {
  return createCallRun<Blob, UploadedPicture, UploadState>({
    ...sending,
    idle: { ...idle, uploaded: undefined },
    call: (file, signal, tell) => client.upload(file, { signal, onProgress: (progress) => tell({ progress }) }),
    whole: (uploaded) => ({ ...done, uploaded }),
  });
}

/** What is asked for beside the source. */
export type FrameChoice = Pick<FirstFrameSettings, 'at'>;

type FrameCall = readonly [source: Asset | Blob, choice: FrameChoice | undefined];

export function createFirstFrameRun(client: ClientInternals): CallRun<FrameCall, FirstFrame, FirstFrameState> {
  return createCallRun<FrameCall, FirstFrame, FirstFrameState>({
    ...sending,
    idle: { ...idle, frame: undefined },
    // What reads and takes apart comes with the first of them.
    call: async ([source, choice], signal, tell) =>
      (await import('../client/first-frame.js')).firstFrameOf(client, source, { ...choice, signal, onProgress: (progress) => tell({ progress }) }),
    whole: (frame) => ({ ...done, frame }),
  });
}
