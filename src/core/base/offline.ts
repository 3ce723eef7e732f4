import { BytespikeError } from './errors.js';

export function offlineError(): BytespikeError {
  return new BytespikeError({
    code: 'offline',
    message: 'This device is offline, so nothing was sent and nothing was billed. Connect and send it again.',
    retryable: true,
  });
}
