import { PROMPT_LIMIT } from '../../core/draft/issues.js';
import { invalid, Refusal } from './refusal.js';

export type Body = Readonly<Record<string, unknown>>;

/** Bytes of a body under `/v1/tasks/`. @source ByteSpike reference, Tasks, as of 2026-05 */
export const TASK_BODY_LIMIT = 1024 * 1024;

/**
 * The JSON object that a request carries.
 * @throws Refusal 413 over `limit` bytes, 400 when it is not a JSON object
 */
export async function readJson(request: Request, limit = Number.POSITIVE_INFINITY): Promise<Body> {
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > limit) throw tooLarge(`The body has ${bytes.byteLength} bytes and may have ${limit}.`);
  const body = parse(new TextDecoder().decode(bytes));
  if (isRecord(body)) return body;
  throw invalid('body', 'The body is not a JSON object. Send one, with content-type application/json.');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function text(body: Body, field: string): string | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw invalid(field, `${field} must be a string, not ${JSON.stringify(value)}.`);
}

export function prompt(body: Body): string {
  const value = text(body, 'prompt');
  if (value === undefined || value.trim() === '') throw invalid('prompt', 'prompt is missing or empty. Say what to make.');
  if (value.length > PROMPT_LIMIT) throw tooLarge(`The prompt has ${value.length} characters and may have ${PROMPT_LIMIT}.`);
  return value;
}

export function whole(body: Body, field: string, min: number, max: number): number | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
  throw invalid(field, `${field} must be a whole number from ${min} to ${max}, not ${JSON.stringify(value)}.`);
}

/** `options` of `null`: this model does not take the field. */
export function choice(body: Body, field: string, options: readonly string[] | null | undefined): string | undefined {
  const value = text(body, field);
  if (value === undefined) return undefined;
  if (options === null || options === undefined) throw notTaken(field);
  if (options.includes(value)) return value;
  throw invalid(field, `${field} "${value}" is not one of ${options.join(', ')}.`);
}

export function notTaken(field: string): Refusal {
  return invalid(field, `This model takes no ${field}. Leave ${field} out.`);
}

export function httpUrl(body: Body, field: string, alsoData = false): string | undefined {
  const value = text(body, field);
  if (value === undefined) return undefined;
  if (/^https?:\/\//.test(value) && URL.canParse(value)) return value;
  if (alsoData && value.startsWith('data:image/')) return value;
  throw invalid(field, `${field} must be an http or https address, not ${JSON.stringify(value.slice(0, 80))}.`);
}

function tooLarge(message: string): Refusal {
  return new Refusal({ status: 413, code: 'request_entity_too_large', message: `${message} Shorten it.` });
}
