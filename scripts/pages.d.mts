import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';

export type PagePart = 'useVideoTask' | 'GenerateButton';
export function pagesFolder(): string;
export function buildPage(within: string, flavour: 'react-query' | 'swr', name?: PagePart): Promise<string>;
export function handlerOf(folder: string, told?: (bytes: number) => void): (request: IncomingMessage | Http2ServerRequest, response: ServerResponse | Http2ServerResponse) => void;
