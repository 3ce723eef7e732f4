import type { BytespikeErrorCode } from '../../core/base/errors.js';
import { OUTCOME_HEADER } from '../../core/wire/proxy-headers.js';
import { textResponse } from './text-response.js';

export interface RefusalInit {
  status: number;
  /** One of ours, or what the gateway said; it leaves it out on a safety block. */
  code: BytespikeErrorCode | (string & {}) | undefined;
  /** The envelope's `type`. @default what the status stands for */
  type?: string | undefined;
  /** Read by the browser's side: what, why, and what to do. No key, no internals. */
  message: string;
  /** The field at fault. */
  param?: string | undefined;
  /** The request went up, and whether it was done and billed is not known. @default false */
  outcomeUnknown?: boolean | undefined;
  /** For the log alone. */
  reason?: string | undefined;
  /** The gateway's headers that go with it, already through the allow-list. */
  headers?: Headers | undefined;
}

/** Thrown anywhere on the way; `createProxy` turns it into the one envelope. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly init: RefusalInit;

  constructor(init: RefusalInit) {
    super(init.message);
    this.init = init;
  }
}

export function invalid(param: string | undefined, message: string): Refusal {
  return new Refusal({ status: 400, code: 'invalid_param', message, param });
}

/** The shape that the gateway's own errors have, so that one reader in the browser is enough. */
export function refusalResponse(init: RefusalInit): Response {
  const { status, code, type = typeOf(status), message, param, outcomeUnknown } = init;
  const headers = new Headers(init.headers);
  headers.set('content-type', 'application/json');
  if (outcomeUnknown) headers.set(OUTCOME_HEADER, 'unknown');
  return textResponse(JSON.stringify({ error: { code, type, message, param } }), { status, headers });
}

const TYPES: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  429: 'rate_limit_error',
};

function typeOf(status: number): string {
  return TYPES[status] ?? (status < 500 ? 'invalid_request_error' : 'api_error');
}
