import type { GatewayErrorCode } from '../../core/base/errors.js';

/** A refused request, on its way to becoming an error envelope. */
export interface RefusalInit {
  status: number;
  /** Absent on a safety block, which the gateway tells by its status alone. */
  code?: Exclude<GatewayErrorCode, 'safety_blocked'>;
  message: string;
  /** The field of the body at fault. */
  param?: string;
  headers?: Record<string, string>;
}

/** Thrown anywhere while a request is handled. It is answered, and never reaches the caller of `fetch`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly init: RefusalInit;

  constructor(init: RefusalInit) {
    super(init.message);
    this.init = init;
  }
}

const TYPES: Record<number, string> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  402: 'insufficient_quota',
  403: 'permission_error',
  404: 'not_found_error',
  409: 'invalid_request_error',
  413: 'invalid_request_error',
  429: 'rate_limit_error',
  451: 'safety_error',
};

/** OpenAI's envelope. */
export function refusalResponse({ status, code, message, param, headers }: RefusalInit): Response {
  const error = {
    ...(code === undefined ? {} : { code }),
    type: TYPES[status] ?? 'api_error',
    message,
    ...(param === undefined ? {} : { param }),
  };
  return Response.json({ error }, { status, headers: headers ?? {} });
}

export function invalid(param: string, message: string): Refusal {
  return new Refusal({ status: 400, code: 'invalid_param', param, message });
}
