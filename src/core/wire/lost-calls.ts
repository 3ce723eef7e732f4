import { BytespikeError } from '../base/errors.js';
import type { Call } from './call.js';

function outcome(call: Call): 'unknown' | 'no' {
  return call.billable ? 'unknown' : 'no';
}

export function aborted(call: Call, sent: boolean): BytespikeError {
  return new BytespikeError({
    code: 'aborted',
    message: 'The call was stopped by its own signal before the answer came.',
    billed: sent ? outcome(call) : 'no',
  });
}

/** The app's own `headers`, or the address, failed: nothing has left yet. */
export function notSent(cause: unknown): BytespikeError {
  if (cause instanceof BytespikeError) return cause;
  return new BytespikeError({
    code: 'invalid_config',
    message: 'The request could not be made: the `headers` option failed, or holds something that is no header. Nothing was sent.',
    cause,
  });
}

export function lost(call: Call, cause: unknown, late: boolean): BytespikeError {
  return new BytespikeError({
    code: late ? 'timeout' : 'network_error',
    message: late
      ? `No answer from ${call.path} in time. Check the connection to the proxy and try again.`
      : `The connection broke during ${call.path}. Check the network, the address of the proxy and its CORS settings.`,
    billed: outcome(call),
    retryable: true,
    cause,
  });
}

export function notUnderstood(call: Call, { status }: Response, cause: unknown): BytespikeError {
  return new BytespikeError({
    code: 'invalid_response',
    message: `${call.path} answered ${status}, and the part of the page that says what this means could not be loaded. Reload the page.`,
    billed: outcome(call),
    status,
    cause,
  });
}
