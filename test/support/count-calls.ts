/** What calls of a client that follow tasks had at once, at most. */
export interface CountedCalls {
  fetch(request: Request): Promise<Response>;
  most(): number;
}

/**
 * Counts them where they are made: a server hears that a stream was given up after what took its place has
 * arrived, or before, as it happens. A read ends with its answer; a stream is given up, at its own end as well.
 */
export function countCalls(fetch: (request: Request) => Promise<Response>): CountedCalls {
  const open = new Set<Request>();
  let most = 0;
  return {
    most: () => most,
    async fetch(request) {
      if (!/\/(stream|query|events)/.test(request.url)) return fetch(request);
      request.signal.throwIfAborted();
      most = Math.max(most, open.add(request).size);
      request.signal.addEventListener('abort', () => open.delete(request));
      let isStream = false;
      try {
        const response = await fetch(request);
        isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
        return response;
      } finally {
        if (!isStream) open.delete(request);
      }
    },
  };
}
