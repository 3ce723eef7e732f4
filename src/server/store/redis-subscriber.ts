import { type IoRedisClient, type IoRedisSubscriber, isIoRedis, type NodeRedisClient } from './redis-client.js';

type Listener = (message: string) => void;

interface Subscription {
  subscribe(channel: string): Promise<unknown>;
  unsubscribe(channel: string): Promise<unknown>;
  close(): unknown;
}

interface Channel {
  listeners: Set<Listener>;
  /** Idempotency the server says that it is subscribed. */
  ready: Promise<unknown>;
}

interface Subscriber {
  /** Resolves once it hears. Returns how to stop. */
  listen(channel: string, listener: Listener): Promise<() => void>;
}

/** One connection for all channels, there for as long as somebody listens: a connection left open would keep the app from ending. */
export function createSubscriber(client: NodeRedisClient | IoRedisClient): Subscriber {
  const channels = new Map<string, Channel>();
  let connection: Promise<Subscription> | undefined;
  const hear = (name: string, message: string) => {
    for (const listener of channels.get(name)?.listeners ?? []) listener(message);
  };

  function open(name: string): Channel {
    connection ??= connect(client, hear);
    const channel = { listeners: new Set<Listener>(), ready: connection.then((own) => own.subscribe(name)) };
    channels.set(name, channel);
    return channel;
  }

  function leave(name: string, channel: Channel, listener: Listener): void {
    channel.listeners.delete(listener);
    if (channel.listeners.size > 0 || channels.get(name) !== channel) return;
    channels.delete(name);
    const isLast = channels.size === 0;
    void connection?.then((own) => (isLast ? own.close() : own.unsubscribe(name))).catch(() => {});
    // Also one that failed: the next to listen tries again.
    if (isLast) connection = undefined;
  }

  return {
    async listen(name, listener) {
      const channel = channels.get(name) ?? open(name);
      channel.listeners.add(listener);
      try {
        await channel.ready;
      } catch (error) {
        leave(name, channel, listener);
        throw error;
      }
      return () => leave(name, channel, listener);
    },
  };
}

async function connect(client: NodeRedisClient | IoRedisClient, hear: (channel: string, message: string) => void): Promise<Subscription> {
  // Errors are of the connection, which comes back by itself; unheard they would end the process.
  if (isIoRedis(client)) {
    const own = client.duplicate();
    own.on('error', () => {});
    own.on('message', hear);
    await ready(own);
    return { subscribe: (name) => own.subscribe(name), unsubscribe: (name) => own.unsubscribe(name), close: () => own.disconnect() };
  }
  const own = client.duplicate();
  own.on('error', () => {});
  await own.connect();
  return {
    subscribe: (name) => own.subscribe(name, (message) => hear(name, message)),
    unsubscribe: (name) => own.unsubscribe(name),
    close: () => own.destroy(),
  };
}

/** One whose client refuses commands that it cannot send at once (`enableOfflineQueue: false`) takes none before this. */
function ready(own: IoRedisSubscriber): Promise<void> {
  return new Promise((resolve, reject) => {
    if (own.status === 'ready') return resolve();
    own.once('ready', resolve);
    own.once('end', () => reject(new Error('The connection for news could not be made.')));
    // One that connects by itself says so, and refuses to be told.
    if (own.status === 'wait') own.connect().catch(reject);
  });
}
