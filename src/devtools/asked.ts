/** What a request is for. */
type AskedFor = 'submit' | 'image' | 'read' | 'look-up' | 'stream' | 'all tasks' | 'cancel' | 'account' | 'text' | 'other';

export interface Asked {
  method: string;
  /** Without the origin. */
  path: string;
  for: AskedFor;
  /** The idempotency key, where one is named. */
  outTaskId?: string | undefined;
  taskId?: string | undefined;
}

/** What each path below the client's base is for; the first that fits counts. */
const PATHS: readonly (readonly [RegExp, AskedFor])[] = [
  [/\/v1\/tasks\/submit$/, 'submit'],
  [/\/v1\/tasks\/events$/, 'all tasks'],
  [/\/v1\/tasks\/stream\//, 'stream'],
  [/\/v1\/tasks\/cancel/, 'cancel'],
  [/\/v1\/tasks\/query$/, 'read'],
  [/\/v1\/images\//, 'image'],
  [/\/v1\/(?:messages|chat\/completions|embeddings|rerank)$/, 'text'],
  [/\/(?:v1|api)\/.*(?:models|pricing|balance|usage|account)$/, 'account'],
];

/** Whether it is one call with one answer, and no stream. */
export const isCall = (kind: AskedFor): boolean => kind !== 'stream' && kind !== 'all tasks';

/** What can be said of a request at once; what its body says comes later, by `more`. */
export function readAsked(request: Request, more: (asked: Partial<Asked>) => void): Asked {
  const { pathname, search, searchParams } = new URL(request.url);
  const kind = PATHS.find(([path]) => path.test(pathname))?.[1] ?? 'other';
  const key = request.headers.get('idempotency-key') ?? searchParams.get('out_task_id') ?? undefined;
  const inPath = kind === 'stream' ? decodeURIComponent(pathname.slice(pathname.lastIndexOf('/') + 1)) : undefined;
  if (request.headers.get('content-type')?.includes('json')) {
    // A body that cannot be read says nothing here; whoever it was meant for says what is wrong with it.
    request.clone().json().then((body) => more(namesIn(body, kind)), () => undefined);
  }
  return { method: request.method, path: pathname + search, for: kind, outTaskId: key, taskId: inPath ?? searchParams.get('task_id') ?? undefined };
}

function namesIn(body: unknown, kind: AskedFor): Partial<Asked> {
  const { out_task_id: key, task_id: task } = (body ?? {}) as Record<string, unknown>;
  return {
    ...(typeof key === 'string' ? { outTaskId: key } : {}),
    ...(typeof task === 'string' ? { taskId: task } : {}),
    // Found again by the key alone: nobody knew what it is called.
    ...(kind === 'read' && typeof key === 'string' && typeof task !== 'string' ? { for: 'look-up' } : {}),
  };
}
