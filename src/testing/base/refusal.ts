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

/** How Anthropic calls them, where it is otherwise. */
const TYPES_OF_MESSAGES: Record<number, string> = { 402: 'billing_error', 413: 'request_too_large', 451: 'invalid_request_error', 529: 'overloaded_error' };

/** Whose envelope a refusal comes in: OpenAI's, or on `/v1/messages` Anthropic's. */
type Shape = 'openai' | 'messages';

export function envelopeOf({ status, code, message, param }: RefusalInit, shape: Shape = 'openai'): object {
  const type = TYPES[status] ?? 'api_error';
  if (shape === 'messages') return { type: 'error', error: { type: TYPES_OF_MESSAGES[status] ?? type, message } };
  return { error: { ...(code === undefined ? {} : { code }), type, message, ...(param === undefined ? {} : { param }) } };
}

export function refusalResponse(refusal: RefusalInit, path: string): Response {
  const shape = path === '/v1/messages' ? 'messages' : 'openai';
  return Response.json(envelopeOf(refusal, shape), { status: refusal.status, headers: refusal.headers ?? {} });
}

export function invalid(param: string, message: string): Refusal {
  return new Refusal({ status: 400, code: 'invalid_param', param, message });
}
