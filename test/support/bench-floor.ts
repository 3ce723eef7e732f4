import { serve } from './bench-server.js';

/** What the loopback itself costs, on a bare `node:http` with nothing of ours in it. Milliseconds. */
export interface Floor {
  /** One frame of an event stream, from the server's write to the reader's hand. */
  frame(): Promise<number>;
  /** One POST with a small JSON body, from the call to the parsed answer. */
  post(): Promise<number>;
  close(): Promise<void>;
}

const FRAME = `data: ${JSON.stringify({ task_id: 'task_0', status: 'completed', text: 'x'.repeat(200) })}\n\n`;
/** The connection is idle for this long before the frame, as that of a task is. */
const IDLE_MS = 100;

export async function openFloor(): Promise<Floor> {
  let written = 0;
  const server = await serve((request, response) => {
    request.resume();
    if (request.method === 'POST') {
      request.once('end', () => response.setHeader('content-type', 'application/json').end('{"status":"cancelled"}'));
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.flushHeaders();
    setTimeout(() => {
      written = performance.now();
      response.end(FRAME);
    }, IDLE_MS);
  });
  return {
    async frame() {
      const response = await fetch(server.origin);
      const reader = response.body!.getReader();
      await reader.read();
      const read = performance.now();
      await reader.cancel();
      return read - written;
    },
    async post() {
      const begun = performance.now();
      const response = await fetch(server.origin, { method: 'POST', body: '{"task_id":"task_0"}' });
      await response.json();
      return performance.now() - begun;
    },
    close: server.close,
  };
}
