import { errorFromAnswer } from '../../core/wire/refusals.js';
import { readCapped } from '../base/read-body.js';
import { Refusal, type RefusalInit } from '../base/refusal.js';
import type { Route } from '../calls/routes.js';

const LONGEST_ENVELOPE = 64 * 1024;
const LONGEST_MESSAGE = 2000;

interface TranslateContext {
  route: Route;
  model: string | undefined;
  /** What the key is called that was used, where keys have names. */
  keyName: string | undefined;
  /** The allowed ones. */
  headers: Headers;
  redact: (text: string) => string;
  /** Whether the gateway's words about money may be repeated. */
  showsWallet: boolean;
}

/** What the gateway says about the key's money, which is none of a user's business. */
const ABOUT_MONEY = new Set(['insufficient_balance', 'quota_exceeded', 'rate_limit_exceeded']);

/**
 * An answer that is no success, as what the browser gets: the gateway's own envelope cut down to
 * code, message and field, or ours in place of a page of HTML.
 */
export async function translateError(answer: Response, { route, model, keyName, headers, redact, showsWallet }: TranslateContext): Promise<Refusal> {
  const envelope = await readEnvelope(answer, redact);
  const status = answer.status >= 400 && answer.status <= 599 ? answer.status : 502;
  if (status === 401 || envelope?.code === 'invalid_api_key') return badKey();
  if (envelope?.code === 'model_not_in_group') return otherGroup(route, headers, keyName, model?.slice(0, 100));
  if (envelope !== undefined) {
    const isMoney = ABOUT_MONEY.has(envelope.code ?? codeOf(status));
    return new Refusal({ ...envelope, ...(isMoney && !showsWallet ? { message: OUT_OF_MONEY } : {}), status, headers });
  }
  // Whoever wrote this page stands between us and the gateway, and does not know what the gateway did.
  headers.delete('x-request-id');
  return new Refusal({
    status,
    code: codeOf(status),
    message: `The gateway could not be used: something before it answered ${answer.status}. Try again in a moment.`,
    outcomeUnknown: route.effect === 'billable' && status >= 500,
    reason: `${answer.status} without an envelope.`,
    headers,
  });
}

const OUT_OF_MONEY = "The server's account at the gateway may not spend more at the moment, so nothing was done or billed. Try again later, or tell whoever runs this server.";

/** 500 and not 401: the user is signed in, it is this server that has the wrong key. */
function badKey(): Refusal {
  return new Refusal({
    status: 500,
    code: 'invalid_api_key',
    message: "The server's key was refused by the gateway, so nothing was done or billed. Whoever runs this server has to put a valid one in its place.",
    reason: 'The gateway refused the key: it is wrong, revoked or expired.',
  });
}

/** Says which key it was by what it was chosen for; the gateway's own words name its groups. */
function otherGroup({ endpoint }: Route, headers: Headers, name: string | undefined, model = 'this call'): Refusal {
  const [key, mend] =
    name === undefined
      ? [`The server's key for ${model}`, 'let `keyFor` return a key of the group that has it']
      : [`The server's key \`${name}\`, which is the one for ${model},`, 'name the model with another of its `keys`, or add one of the group that has it'];
  return new Refusal({
    status: 403,
    code: 'model_not_in_group',
    message: `${key} belongs to another routing group, so nothing was done or billed. Whoever runs this server has to ${mend}.`,
    param: 'model',
    headers,
    reason: `The key ${name === undefined ? '' : `\`${name}\` `}that was chosen for ${model} (${endpoint}) belongs to another routing group.`,
  });
}

/** Nothing that can be used came down. `sent`: the request may have arrived, as far as anybody can tell. */
export function lostAnswer(route: Route, reason: string, sent = true): Refusal {
  const outcomeUnknown = sent && route.effect === 'billable';
  const free = sent
    ? 'The gateway did not answer. It is safe to send this call again.'
    : 'The gateway could not be reached, so nothing was done or billed. Try again in a moment.';
  return new Refusal({
    status: 502,
    code: 'api_error',
    message: outcomeUnknown
      ? "The gateway's answer was lost. The request may have been done and billed: look the task up before sending it again."
      : free,
    outcomeUnknown,
    reason,
  });
}

async function readEnvelope(answer: Response, redact: (text: string) => string): Promise<RefusalInit | undefined> {
  const bytes = await readCapped(answer.body, LONGEST_ENVELOPE).catch(() => 'over' as const);
  if (bytes === 'over') return undefined;
  const error = read(parse(new TextDecoder().decode(bytes)), 'error');
  const [code, type, message, param] = ['code', 'type', 'message', 'param'].map((name) => {
    const value = read(error, name);
    return typeof value === 'string' ? redact(value).slice(0, LONGEST_MESSAGE) : undefined;
  });
  if (message === undefined || (code === undefined && type === undefined)) return undefined;
  return { status: answer.status, code, type, message, param };
}

/** Core knows which code a bare status stands for. */
function codeOf(status: number) {
  return errorFromAnswer({ status, headers: new Headers(), body: undefined, billable: false, receivedAt: 0 }).code;
}

function read(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
