import { setAddress } from '../base/address.js';
import { bareOf, isElsewhere } from '../base/mount.js';
// Types alone: nothing of Node's is loaded, so that this entry also runs where there is no Node.
import { BodyTaken, NotARequest, type NodeRequest, pathOf, toRequest } from './request.js';
import { cutOff, isGone, type NodeResponse, writeResponse } from './response.js';

/** For `createServer` of `node:http`, `node:https` and `node:http2`, `app.use` of Express, and the raw pair of Fastify. */
export type NodeHandler = (req: NodeRequest, res: NodeResponse, next?: (error?: unknown) => void) => Promise<void>;

/**
 * A handler of Web requests as one of Node's. Its promise never rejects.
 *
 * It reads the body itself, or takes what a parser before it left in `req.body`. Under Express it
 * may be mounted anywhere: the path is the whole one that was asked for, and what is not below the
 * proxy's `basePath` goes on to `next`. Fastify parses first, so
 * hand its result over: `reply.hijack(); handler(Object.assign(request.raw, { body: request.body }), reply.raw)`.
 */
export function toNodeHandler(handler: (request: Request) => Promise<Response>): NodeHandler {
  const bare = bareOf(handler);
  return async (req, res, next) => {
    if (next !== undefined && isElsewhere(handler, pathOf(req))) return next();
    const left = new AbortController();
    res.once('close', () => {
      if (!res.writableFinished) left.abort();
    });
    try {
      const request = toRequest(req, left.signal);
      setAddress(request, req.socket.remoteAddress);
      await writeResponse(await bare(request), res);
    } catch (error) {
      if (error instanceof NotARequest) refuse(res, 400, 'The address, host or method is malformed. Send a well-formed request.');
      else if (next !== undefined && !res.headersSent) next(error);
      else refuse(res, 500, error instanceof BodyTaken ? error.message : 'The server failed before it could answer.');
    }
  };
}

function refuse(res: NodeResponse, status: 400 | 500, message: string): void {
  if (res.headersSent || isGone(res)) {
    cutOff(res);
    return;
  }
  const body =
    status === 400
      ? { code: 'invalid_param', type: 'invalid_request_error', message }
      : { code: 'internal_error', type: 'api_error', message };
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  res.statusCode = status;
  res.end(JSON.stringify({ error: body }));
}
