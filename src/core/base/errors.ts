/** Whether money was taken: `unknown` when an answer that may have been billed was lost. */
export type Billed = 'no' | 'yes' | 'unknown';

/** The gateway's own codes, as its error envelope spells them. */
export type GatewayErrorCode =
  | 'invalid_param'
  | 'model_not_found'
  | 'unsupported_model'
  | 'invalid_api_key'
  | 'insufficient_balance'
  | 'quota_exceeded'
  | 'permission_denied'
  | 'model_not_in_group'
  | 'task_not_found'
  | 'not_found'
  | 'duplicate_out_task_id'
  | 'request_entity_too_large'
  | 'rate_limit_exceeded'
  | 'concurrency_limit'
  | 'safety_blocked'
  | 'internal_error'
  | 'api_error'
  | 'timeout';

/** What is wrong on the way to the gateway, which itself was not asked. */
export type ProxyErrorCode =
  /** Nothing that passes calls on answers at `baseUrl`. */
  | 'proxy_not_found'
  /** The app lets nobody through without a session, and there is none, or it has ended. */
  | 'not_signed_in'
  /** The proxy has no key to add. */
  | 'missing_api_key';

/** Why a picture was not taken that was to be brought along. */
export type UploadErrorCode =
  /** It is no picture that models take, or none that can be read. */
  | 'unsupported_image'
  /** As much was sent as is taken for a time. */
  | 'upload_limit';

/** What only this side of the wire can know. */
type ClientErrorCode =
  | 'aborted'
  | 'invalid_config'
  | 'invalid_response'
  | 'network_error'
  | 'offline'
  | 'outcome_unknown'
  | 'still_running'
  | 'task_cancelled'
  | 'task_failed';

export type BytespikeErrorCode = GatewayErrorCode | ProxyErrorCode | UploadErrorCode | ClientErrorCode;

interface BytespikeErrorInit {
  code: BytespikeErrorCode;
  /** What happened, why, and what to do about it. */
  message: string;
  /** @default 'no' */
  billed?: Billed | undefined;
  /** Whether the same call may succeed later without being changed. @default false */
  retryable?: boolean | undefined;
  /** Not before this moment, in milliseconds since the epoch. */
  retryAt?: number | undefined;
  /** HTTP status of the answer, when there was one. */
  status?: number | undefined;
  /** The request field that was refused. */
  field?: string | undefined;
  /** The gateway's or proxy's id of the request, for support. */
  requestId?: string | undefined;
  cause?: unknown;
}

/**
 * The one error this library throws.
 * `code` is a closed union; `billed` says whether the failed call cost money.
 */
export class BytespikeError extends Error {
  override readonly name = 'BytespikeError';
  readonly code: BytespikeErrorCode;
  readonly billed: Billed;
  readonly retryable: boolean;
  readonly retryAt: number | undefined;
  readonly status: number | undefined;
  readonly field: string | undefined;
  readonly requestId: string | undefined;

  constructor(init: BytespikeErrorInit) {
    super(init.message, init.cause === undefined ? undefined : { cause: init.cause });
    this.code = init.code;
    this.billed = init.billed ?? 'no';
    this.retryable = init.retryable ?? false;
    this.retryAt = init.retryAt;
    this.status = init.status;
    this.field = init.field;
    this.requestId = init.requestId;
  }
}

/**
 * Whether `error` is a {@link BytespikeError}, also one made by another copy of this package,
 * in another window or worker, where `instanceof` is false.
 */
export function isBytespikeError(error: unknown): error is BytespikeError {
  return (
    typeof error === 'object' &&
    error !== null &&
    'name' in error &&
    error.name === 'BytespikeError' &&
    'code' in error &&
    'billed' in error
  );
}

export function offlineError(): BytespikeError {
  return new BytespikeError({
    code: 'offline',
    message: 'This device is offline, so nothing was sent and nothing was billed. Connect and send it again.',
    retryable: true,
  });
}
