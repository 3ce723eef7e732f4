import { BytespikeError, type BytespikeErrorCode } from '../base/errors.js';
import type { Fields } from '../base/fields.js';
import { textIn } from '../wire/fields.js';

const CODES: Readonly<Record<string, BytespikeErrorCode>> = {
  invalid_request_error: 'invalid_param',
  authentication_error: 'invalid_api_key',
  billing_error: 'insufficient_balance',
  permission_error: 'permission_denied',
  not_found_error: 'not_found',
  request_too_large: 'request_entity_too_large',
  rate_limit_error: 'rate_limit_exceeded',
  timeout_error: 'timeout',
};

/** What went wrong after the answer had begun. Whether what was written so far costs anything, nobody says. */
export function failureIn(error: Fields | undefined): BytespikeError {
  const type = textIn(error, 'type') ?? '';
  return new BytespikeError({
    code: (Object.hasOwn(CODES, type) ? CODES[type] : undefined) ?? 'api_error',
    message: textIn(error, 'message') ?? 'The model stopped before it had finished, and did not say why.',
    billed: 'unknown',
    retryable: !/invalid|authentication|billing|permission|not_found|too_large/.test(type),
  });
}
