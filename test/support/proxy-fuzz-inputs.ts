import { anyLetter, fc } from './chance.js';
import { messageBody, RESULT, RESULT_PATH, submitBody, T } from '../unit/server/fixture.js';

/** What may be asked of the gateway, and nothing else. */
export const ON_THE_TABLE = new RegExp(
  [
    '^POST /v1/(images/generations|images/edits|chat/completions|messages|embeddings|rerank)$',
    `^(GET|HEAD) ${RESULT.replaceAll(/[.?]/g, '\\$&')}$`,
    '^POST /v1/tasks/(submit|query|cancel)$',
    '^GET /v1/tasks/query\\?((task_id|out_task_id)=[\\w.%-]+&?)+$',
    '^GET /v1/tasks/stream/[\\w-][\\w.%-]*$',
    '^POST /v1/tasks/cancel/[\\w-][\\w.%-]*$',
    '^GET /(v1/models|api/pricing|v1/balance|api/v1/me/account|v1/usage|api/v1/usage|api/v1/me/usage)(\\?[\\w=&.%+-]*)?$',
  ].join('|'),
);

const word = fc.constantFrom(
  'v1', 'api', 'tasks', 'submit', 'query', 'cancel', 'stream', 'images', 'generations', 'edits', 'models', 'pricing', 'balance', 'me',
  'account', 'usage', 'keys', 'task_1', '..', '.', '', '%2e%2e', '%2f', '..%2f', '%5c', '%00', '@evil.example', 'http:', '%E0%A4%A', ';', '?', '#', '&task_id=../x',
);
const known = fc.constantFrom(
  '/v1/tasks/submit', '/v1/images/generations', '/v1/images/edits', '/v1/tasks/query', '/v1/tasks/query?task_id=a', `/v1/tasks/query?task_id=${T}`, '/v1/tasks/cancel',
  '/v1/tasks/cancel/a', '/v1/tasks/stream/a', `/v1/tasks/cancel/${T}`, `/v1/tasks/stream/${T}`, '/api/pricing', '/v1/models', '/v1/balance',
  '/v1/messages', '/v1/embeddings', '/webhook', '/v1/tasks/events', RESULT_PATH, `${RESULT_PATH}A`, RESULT_PATH.replace('.', '..'), '/assets/', '/assets/a.b',
);
const path = fc.oneof(
  known,
  fc.tuple(known, fc.string({ maxLength: 12, unit: anyLetter })).map(([start, end]) => start + end),
  fc.array(word, { maxLength: 7 }).map((words) => `/${words.join('/')}`),
  fc.string({ maxLength: 40 }).map((text) => `/${text}`),
);
const method = fc.constantFrom('GET', 'POST', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'get', 'post', 'PROPFIND');
const header = fc.tuple(
  fc.constantFrom(
    'origin', 'sec-fetch-site', 'content-type', 'content-length', 'accept', 'idempotency-key', 'x-bytespike-replay', 'last-event-id', 'cookie', 'authorization',
    'x-http-method-override', 'x-original-url', 'x-forwarded-host', 'access-control-request-method', 'transfer-encoding',
  ),
  fc.oneof(
    fc.constantFrom('same-origin', 'cross-site', 'https://app.example', 'null', 'application/json', 'multipart/form-data; boundary=b', '0', '-1', '99999999999', 'GET'),
    fc.string({ maxLength: 20 }),
  ),
);
const body = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(submitBody, submitBody, messageBody, '{"task_id":"a"}', `{"task_id":"${T}"}`, '{"task_id":"../a"}', '--b\r\ncontent-disposition: form-data; name="model"\r\n\r\nm\r\n--b--\r\n', '') },
  fc.json({ maxDepth: 3 }),
  fc.record({ model: fc.jsonValue(), params: fc.jsonValue(), out_task_id: fc.jsonValue(), callback_url: fc.constant('https://evil.example') }).map((value) => JSON.stringify(value)),
  fc.string({ maxLength: 60, unit: anyLetter }),
);
const headers = fc.array(header, { maxLength: 4 });
/** Calls that are nearly or wholly right: these are the ones that get far. */
const nearlyRight = fc.record({
  method: fc.constant('POST'),
  path: fc.constantFrom('/v1/tasks/submit', '/v1/images/generations', '/v1/tasks/query', '/v1/tasks/cancel', `/v1/tasks/cancel/${T}`, '/v1/messages'),
  headers: fc.array(header, { maxLength: 1 }),
  body,
  sameOrigin: fc.constant(true),
});
export interface Input {
  method: string;
  path: string;
  headers: [string, string][];
  body: string;
  sameOrigin: boolean;
}

export const input: fc.Arbitrary<Input> = fc.oneof(fc.record({ method, path, headers, body, sameOrigin: fc.boolean() }), nearlyRight);

export const hasBody = (verb: string) => !/^(get|head)$/i.test(verb);

export function makeUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** What the platform lets a request hold; what it does not, no proxy ever sees. */
export function makeRequest(base: string, verb: string, end: string, sent: [string, string][], text: string): Request | undefined {
  try {
    return new Request(base + end, { method: verb, headers: new Headers(sent), ...(hasBody(verb) ? { body: text } : {}) });
  } catch {
    return undefined;
  }
}

/** These two would only break the connection of the test itself. */
export function sendable(wanted: [string, string][]): [string, string][] {
  return wanted.filter(([name, value]) => {
    if (name === 'content-length' || name === 'transfer-encoding') return false;
    try {
      return new Headers([[name, value]]).has(name);
    } catch {
      return false;
    }
  });
}
