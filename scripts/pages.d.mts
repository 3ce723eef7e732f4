import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';

import type { Page } from 'playwright';

export type PagePart = 'useVideoTask' | 'GenerateButton';
export type PageFlavour = 'react-query' | 'swr';
export interface PageBytes {
  before: number;
  after: number;
}
export const LATER: string;
export function moduleOf(flavour: PageFlavour, name?: PagePart): string;
export type Answers = (request: IncomingMessage | Http2ServerRequest, response: ServerResponse | Http2ServerResponse) => void;
export function weighPages(flavour: PageFlavour, names: readonly PagePart[], api?: Answers): Promise<Record<PagePart, PageBytes>>;
export function used(tab: Page, url: string, heard: () => number, name?: PagePart): Promise<PageBytes>;
export function pagesFolder(): string;
export function buildPage(within: string, flavour: PageFlavour, name?: PagePart): Promise<string>;
export function handlerOf(folder: string, told?: (bytes: number) => void, api?: Answers): Answers;
