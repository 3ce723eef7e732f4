import type { Picture } from './picture.js';

export type ImageFormat = 'png' | 'webp' | 'jpeg';
export type Bytes = Uint8Array<ArrayBuffer>;

/** What a platform must be able to do. Node and the browser each bring their own. */
export interface Media {
  /** `quality` 0–100, for `webp` and `jpeg`. */
  encode(picture: Picture, format: ImageFormat, quality: number): Promise<Bytes>;
  /** Links that open without a request; absent where a link must be served. */
  links?: { create(bytes: Bytes, mime: string): string; revoke(url: string): void };
}
