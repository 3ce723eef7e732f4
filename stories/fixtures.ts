// States as the hooks return them. Moments are relative to now, so that a story's clock runs.
import { BytespikeError, type Asset, type ImageGenerationState, type TaskSnapshot, type VideoTaskResult, type VideoTaskState } from 'bytespike-react';

export const prompt = 'Slow zoom into a bowl of ramen, steam rising, window light from the left';

const secondsAgo = (seconds: number): number => Date.now() - seconds * 1000;

export const expected = { min: 20, max: 40, basis: 'catalog' } as const;

const snapshot: TaskSnapshot = { taskId: 'task_1', status: 'queued', assets: [], cost: { billed: 'no', estimated: 0.21 } };

export const idleVideo: VideoTaskState = {
  status: 'idle',
  connection: 'idle',
  request: undefined,
  task: undefined,
  assets: [],
  error: undefined,
  cost: { billed: 'no' },
  progress: {},
};

export const submitted: VideoTaskState = {
  ...idleVideo,
  status: 'submitting',
  request: { model: 'veo-3.1-fast', prompt, durationSeconds: 4, resolution: '720p', aspectRatio: '16:9' },
};

export const idleImage: ImageGenerationState = {
  status: 'idle',
  via: 'sync',
  request: undefined,
  images: [],
  error: undefined,
  cost: { billed: 'no' },
  progress: {},
};

const pendingImage: ImageGenerationState = {
  ...idleImage,
  status: 'pending',
  request: { model: 'gpt-image-2', prompt, size: '1024x1536', n: 1 },
};

const error = (init: ConstructorParameters<typeof BytespikeError>[0]): BytespikeError => new BytespikeError(init);

const queued = (): VideoTaskState => ({
  ...submitted,
  status: 'queued',
  connection: 'live',
  task: snapshot,
  cost: snapshot.cost,
  progress: { submittedAt: secondsAgo(2), expectedSeconds: expected },
});

const running = (): VideoTaskState => ({
  ...submitted,
  status: 'running',
  connection: 'live',
  task: { ...snapshot, status: 'running' },
  cost: snapshot.cost,
  progress: { submittedAt: secondsAgo(14), startedAt: secondsAgo(12), expectedSeconds: expected },
});

/** Every state of a video task that can be reached, by name. Called when a story is drawn. */
export const videoStates = {
  submitting: () => ({ ...submitted, progress: { submittedAt: secondsAgo(0), expectedSeconds: expected } }),
  queued,
  running,
  overdue: () => ({ ...running(), progress: { submittedAt: secondsAgo(83), startedAt: secondsAgo(80), expectedSeconds: expected } }),
  unpredictable: () => ({ ...running(), cost: { billed: 'no' }, progress: { submittedAt: secondsAgo(14), startedAt: secondsAgo(12) } }),
  reconnecting: () => ({ ...running(), connection: 'reconnecting' }),
  offline: () => ({ ...running(), connection: 'offline' }),
  refusedReads: () => ({
    ...running(),
    connection: 'idle',
    error: error({ code: 'invalid_api_key', message: 'The key was revoked.' }),
  }),
  cancelling: () => ({ ...running(), status: 'cancelling' }),
  completed: () => ({
    ...running(),
    status: 'completed',
    task: { ...snapshot, status: 'completed', cost: { billed: 'yes', final: 0.21 } },
    cost: { billed: 'yes', estimated: 0.21, final: 0.21 },
    progress: { submittedAt: secondsAgo(31), startedAt: secondsAgo(29), endedAt: secondsAgo(1), expectedSeconds: expected },
  }),
  cancelledFree: () => ({
    ...queued(),
    status: 'cancelled',
    error: error({ code: 'task_cancelled', message: 'The task was cancelled before it had a result.' }),
    progress: { submittedAt: secondsAgo(5), endedAt: secondsAgo(1) },
  }),
  cancelledBilled: () => ({
    ...running(),
    status: 'cancelled',
    error: error({ code: 'task_cancelled', message: 'The task was cancelled before it had a result.', billed: 'yes' }),
    cost: { billed: 'yes', estimated: 0.21, final: 0.07 },
  }),
  failed: () => ({
    ...running(),
    status: 'failed',
    error: error({ code: 'task_failed', message: 'The model stopped.', requestId: 'req_7f3a91' }),
  }),
  blocked: () => ({
    ...running(),
    status: 'failed',
    error: error({ code: 'safety_blocked', message: 'The prompt was blocked.' }),
  }),
  shortOfMoney: () => ({
    ...submitted,
    status: 'failed',
    error: error({ code: 'insufficient_balance', message: 'The wallet is empty.', status: 402 }),
  }),
  badSetting: () => ({
    ...submitted,
    status: 'failed',
    error: error({ code: 'invalid_param', field: 'durationSeconds', message: 'It takes whole seconds from 4 to 8.', status: 400 }),
  }),
  limited: () => ({
    ...submitted,
    status: 'failed',
    error: error({ code: 'rate_limit_exceeded', message: 'A spend bucket is empty.', retryable: true, retryAt: new Date().setHours(14, 5, 0, 0) }),
  }),
  unknown: () => ({
    ...submitted,
    status: 'unknown',
    cost: { billed: 'unknown' },
    error: error({ code: 'network_error', message: 'The connection broke.', billed: 'unknown' }),
  }),
} satisfies Record<string, () => VideoTaskState>;

const madeImage = () =>
  ({
    ...pendingImage,
    status: 'success',
    progress: { submittedAt: secondsAgo(13), startedAt: secondsAgo(13), endedAt: secondsAgo(1) },
  }) as const;

/** Every state of an image generation that can be reached, by name. */
export const imageStates = {
  pending: () => ({
    ...pendingImage,
    progress: { submittedAt: secondsAgo(6), startedAt: secondsAgo(6), expectedSeconds: { min: 10, max: 20, basis: 'catalog' } },
  }),
  success: () => ({ ...madeImage(), cost: { billed: 'yes', final: 0.012 } }),
  /** As most gateways leave it: the answer has the images, and no word of their price. */
  estimated: () => ({ ...madeImage(), cost: { billed: 'yes', estimated: 0.012, estimatedBy: 'catalog' } }),
  untold: () => ({ ...madeImage(), cost: { billed: 'yes' } }),
  stopped: () => ({
    ...pendingImage,
    status: 'unknown',
    cost: { billed: 'unknown' },
    error: error({ code: 'aborted', message: 'The call was stopped by its own signal.', billed: 'unknown' }),
  }),
  error: () => ({ ...pendingImage, status: 'error', error: error({ code: 'safety_blocked', message: 'Blocked.', status: 451 }) }),
  unknown: () => ({
    ...pendingImage,
    status: 'unknown',
    cost: { billed: 'unknown' },
    error: error({ code: 'network_error', message: 'The connection broke.', billed: 'unknown' }),
  }),
} satisfies Record<string, () => ImageGenerationState>;

/** A state with the calls that a hook adds. */
export function withCalls(state: VideoTaskState): VideoTaskState & Pick<VideoTaskResult, 'cancel' | 'check'> {
  return { ...state, cancel: () => Promise.resolve(snapshot), check: () => Promise.resolve(snapshot) };
}

export const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** One pixel as base64, as some models answer. */
export const embedded: Asset = { kind: 'image', url: `data:image/png;base64,${png}`, mime: 'image/png', width: 1024, height: 1536 };
export const unsafe: Asset = { kind: 'image', url: 'data:image/svg+xml,<svg onload="alert(1)"/>' };
/** Bytes that are no picture: a link that is gone would make the browser write in its console. */
const NO_PICTURE = 'data:image/png;base64,Z29uZQ==';
export const expired = (): Asset => ({ kind: 'image', url: NO_PICTURE, width: 1024, height: 1024, expiresAt: secondsAgo(60) });
export const broken: Asset = { kind: 'image', url: NO_PICTURE, width: 1024, height: 1024 };
