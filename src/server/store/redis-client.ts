/** A client of `redis`, or of a cluster, as the app made it. */
export interface NodeRedisClient {
  on(event: 'error', listener: () => void): unknown;
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
  /** A second connection, for what instances tell each other. */
  duplicate(): NodeRedisSubscriber;
}

interface NodeRedisSubscriber {
  on(event: 'error', listener: () => void): unknown;
  connect(): Promise<unknown>;
  subscribe(channel: string, listener: (message: string) => void): Promise<unknown>;
  unsubscribe(channel: string): Promise<unknown>;
  destroy(): unknown;
}

/** A client of `ioredis`, or of a cluster, as the app made it. */
export interface IoRedisClient {
  on(event: 'error', listener: () => void): unknown;
  eval(script: string, numberOfKeys: number, ...keysAndArguments: string[]): Promise<unknown>;
  defineCommand: unknown;
  /** A second connection, for what instances tell each other. */
  duplicate(): IoRedisSubscriber;
}

export interface IoRedisSubscriber {
  /** `ready` once commands are taken, `wait` before the first `connect`. */
  readonly status: string;
  connect(): Promise<unknown>;
  once(event: 'ready' | 'end', listener: () => void): unknown;
  on(event: 'error', listener: () => void): unknown;
  on(event: 'message', listener: (channel: string, message: string) => void): unknown;
  subscribe(channel: string): Promise<unknown>;
  unsubscribe(channel: string): Promise<unknown>;
  disconnect(): unknown;
}

export function isIoRedis(client: NodeRedisClient | IoRedisClient): client is IoRedisClient {
  return 'defineCommand' in client;
}

/** Whether it does what we need: a pool cannot listen, and a client over HTTP does neither. */
export function isRedisClient(client: unknown): boolean {
  return ['on', 'eval', 'duplicate'].every((name) => typeof (client as Record<string, unknown> | null | undefined)?.[name] === 'function');
}

/** What Redis answered, with texts in it, also of a client that the app has told to give bytes. */
export function asTexts(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(asTexts);
  return ArrayBuffer.isView(answer) ? new TextDecoder().decode(answer) : answer;
}
