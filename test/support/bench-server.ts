import { createServer, type RequestListener } from 'node:http';

/** An HTTP/1.1 server on a free port of this machine. */
export interface BenchServer {
  /** Without a slash at its end. */
  origin: string;
  /** Ends every connection, open streams included. */
  close(): Promise<void>;
}

export async function serve(listener: RequestListener): Promise<BenchServer> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
