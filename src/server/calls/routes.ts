import { catalog } from '../../core/catalog/catalog.js';
import { ASSET, ID, SIGNED, TASK_ID } from '../base/ids.js';

/** What a request asks for; the word that `keyFor`, events and log lines use. */
export type Endpoint =
  | 'images.generations'
  | 'images.edits'
  | 'images.conversation'
  | 'text.messages'
  | 'text.chat'
  | 'text.embeddings'
  | 'text.rerank'
  | 'tasks.submit'
  | 'tasks.query'
  | 'tasks.stream'
  | 'tasks.cancel'
  | 'tasks.events'
  | 'webhook'
  | 'assets'
  | 'uploads'
  | 'models'
  | 'pricing'
  | 'balance'
  | 'account'
  | 'usage';

/** What stays closed until it is asked for. */
export type Exposable = 'balance' | 'usage' | 'models' | 'pricing';

/** What is in the table only when it was asked for. */
export type Feature = Exposable | 'account' | 'assets' | 'text' | 'uploads';

/** How a call is read: what of it may go up, and where in it that is. */
export type Reader = 'nothing' | 'query' | 'task in path' | 'task in query' | 'task in body' | 'generation' | 'edit' | 'text';

/** Where the answer comes from. */
export type Answer =
  /** The gateway's, at once. */
  | 'forwarded'
  /** The gateway's, once its price is set aside. */
  | 'paid'
  /** The same, and under an `Idempotency-Key` one and the same for all who ask. */
  | 'paid once'
  /** The gateway's stream of one task, for as long as its user may see it. */
  | 'one task'
  /** Ours, of all tasks of the user. */
  | 'all tasks'
  /** The CDN's. */
  | 'asset'
  /** Ours, of a picture that the user sends. */
  | 'upload'
  /** The same, once the browser has put it where it is kept. */
  | 'uploaded'
  /** That picture, for whoever holds its address. */
  | 'signed'
  /** The gateway's to every key, as one list. */
  | 'models'
  /** The gateway's of every key, as one. */
  | 'usage'
  /** The gateway's, or what is left to the user. */
  | 'balance'
  /** Ours, and nothing but what every answer says of the proxy in its headers. */
  | 'offers';

export interface Route {
  endpoint: Endpoint;
  method: 'GET' | 'HEAD' | 'POST';
  /** The gateway's own path; `:id` is always last. */
  path: string;
  /** `billable` costs money when it succeeds, `command` changes something, `read` does neither. */
  effect: 'billable' | 'command' | 'read';
  reader: Reader;
  answer: Answer;
  /** Bytes that the request's body may have. */
  maxBytes: number;
  /** `json` is small and read whole before it is passed on; the others flow through. */
  kind: 'json' | 'media' | 'events';
  /** Only these, however many `models` allows. */
  models?: ReadonlySet<string>;
  /** What goes up is ended when the client leaves. @default what only reads */
  endsWithClient?: true;
  /** Closed unless it is on. */
  needs?: Feature;
  /** What `:id` may be. @default a task's id as we gave it out */
  id?: RegExp;
  /** Query parameters that go up, and what each may be. All others stay here. */
  query?: Readonly<Record<string, RegExp>>;
}

const MIB = 1024 * 1024;
/** Of a picture to start from, the same as bytes of a form and as base64 in a conversation: 20 MiB with room for the rest. */
const WITH_PICTURE = 32 * MIB;
const task = { method: 'POST', maxBytes: MIB, kind: 'json' } as const;
const image = { method: 'POST', effect: 'billable', answer: 'paid once', kind: 'media' } as const;
/** Nobody could find its answer again: what a client that left does not read need not be written. */
const text = { method: 'POST', effect: 'billable', reader: 'text', answer: 'paid', maxBytes: MIB, kind: 'media', endsWithClient: true, needs: 'text' } as const;
const free = { method: 'GET', effect: 'read', reader: 'nothing', answer: 'forwarded', maxBytes: 0, kind: 'json' } as const;
const asset = { ...free, endpoint: 'assets', path: '/assets/:id', answer: 'asset', kind: 'media', needs: 'assets', id: ASSET } as const;
/** Its body is measured by the option `uploads`. */
const upload = { endpoint: 'uploads', reader: 'nothing', maxBytes: 0, kind: 'media', needs: 'uploads' } as const;
const usage = { ...free, endpoint: 'usage', reader: 'query', answer: 'usage', needs: 'usage' } as const;

/** A conversation may be with a model that draws, never with one that only talks. */
const drawingModels = new Set(catalog.models.flatMap(({ id, endpoint }) => (endpoint === 'chat' ? [id] : [])));

const WORD = /^[\w.:/-]{1,128}$/;
const MOMENT = /^[\w.:+-]{1,40}$/;
const USAGE = { since: MOMENT, until: MOMENT, model: WORD, group_by: /^(day|hour|model|api_key)$/ };
const TASK_NAME = { task_id: TASK_ID, out_task_id: ID };

/** Everything that the proxy does. A request that is not in this table goes nowhere. */
const routes: readonly Route[] = [
  { ...image, endpoint: 'images.generations', path: '/v1/images/generations', reader: 'generation', maxBytes: 8 * MIB },
  { ...image, endpoint: 'images.edits', path: '/v1/images/edits', reader: 'edit', maxBytes: WITH_PICTURE },
  { ...image, endpoint: 'images.conversation', path: '/v1/chat/completions', reader: 'generation', maxBytes: WITH_PICTURE, models: drawingModels },
  { ...text, endpoint: 'text.messages', path: '/v1/messages' },
  // The path of a conversation: which of the two it is follows from the model.
  { ...text, endpoint: 'text.chat', path: '/v1/chat/completions' },
  { ...text, endpoint: 'text.embeddings', path: '/v1/embeddings' },
  { ...text, endpoint: 'text.rerank', path: '/v1/rerank' },
  { ...task, endpoint: 'tasks.submit', path: '/v1/tasks/submit', effect: 'billable', reader: 'generation', answer: 'paid' },
  { ...task, endpoint: 'tasks.query', path: '/v1/tasks/query', effect: 'read', reader: 'task in body', answer: 'forwarded' },
  { ...free, endpoint: 'tasks.query', path: '/v1/tasks/query', reader: 'task in query', query: TASK_NAME },
  { ...free, endpoint: 'tasks.stream', path: '/v1/tasks/stream/:id', reader: 'task in path', answer: 'one task', kind: 'events' },
  { ...task, endpoint: 'tasks.cancel', path: '/v1/tasks/cancel/:id', effect: 'command', reader: 'task in path', answer: 'forwarded' },
  { ...task, endpoint: 'tasks.cancel', path: '/v1/tasks/cancel', effect: 'command', reader: 'task in body', answer: 'forwarded' },
  // The proxy's own: all tasks of the user in one stream. The gateway has nothing of the kind.
  { ...free, endpoint: 'tasks.events', path: '/v1/tasks/events', answer: 'all tasks', kind: 'events' },
  asset,
  { ...asset, method: 'HEAD' },
  { ...upload, method: 'POST', path: '/uploads', effect: 'command', answer: 'upload' },
  { ...upload, method: 'POST', path: '/uploads/:id', effect: 'command', answer: 'uploaded', id: SIGNED },
  { ...upload, method: 'GET', path: '/uploads/:id', effect: 'read', answer: 'signed', id: SIGNED },
  { ...upload, method: 'HEAD', path: '/uploads/:id', effect: 'read', answer: 'signed', id: SIGNED },
  { ...free, endpoint: 'models', path: '/v1/models', reader: 'query', answer: 'models', needs: 'models', query: { capability: WORD, family: WORD } },
  { ...free, endpoint: 'pricing', path: '/api/pricing', needs: 'pricing' },
  { ...free, endpoint: 'balance', path: '/v1/balance', answer: 'balance', needs: 'balance' },
  { ...free, endpoint: 'account', path: '/api/v1/me/account', needs: 'account' },
  { ...usage, path: '/v1/usage', query: USAGE },
  { ...usage, path: '/api/v1/usage', query: USAGE },
  { ...usage, path: '/api/v1/me/usage', query: USAGE },
];

/** Whether what went up is ended when the client leaves. */
export function endsWithClient({ effect, endsWithClient: ends }: Route): boolean {
  return ends ?? effect === 'read';
}

/** The first row of an endpoint. */
export function routeOf(endpoint: Endpoint): Route {
  const route = routes.find((each) => each.endpoint === endpoint);
  if (route === undefined) throw new Error(`There is no ${endpoint} in the table.`);
  return route;
}

export interface Match {
  route: Route;
  /** The task's id or the asset's token, when the path names one. */
  id: string | undefined;
}

/**
 * The row for a method and a path as it was sent, still encoded. Nothing is decoded here: an id
 * with a `%` in it is no id, so that no encoded slash or dot can become one further on.
 */
export function findRoute(method: string, path: string, features: ReadonlySet<Feature>): Match | undefined {
  for (const route of routes) {
    if (route.method !== method || (route.needs && !features.has(route.needs))) continue;
    if (route.path === path) return { route, id: undefined };
    const stem = route.path.endsWith('/:id') ? route.path.slice(0, -':id'.length) : undefined;
    if (stem === undefined || !path.startsWith(stem)) continue;
    const id = path.slice(stem.length);
    if ((route.id ?? TASK_ID).test(id)) return { route, id };
  }
  return undefined;
}
