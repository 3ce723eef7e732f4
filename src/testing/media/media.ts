import type { Picture } from './shapes.js';
import type { View } from './view.js';

export type ImageFormat = 'png' | 'webp' | 'jpeg';
export type Bytes = Uint8Array<ArrayBuffer>;

/** A picture that somebody brought along, of which only that changes where its mask is transparent. */
export interface Stencil {
  image: Bytes;
  /** As large as the image. */
  mask: Bytes;
}

/** What a platform must be able to do. Node and the browser each bring their own. */
export interface Media {
  /**
   * `quality` 0–100, for `webp` and `jpeg`. Of a stencil all that its mask covers stays as it is, in the middle of
   * the picture where the two are of another shape; a picture as large as it keeps those pixels.
   */
  encode(picture: Picture, format: ImageFormat, quality: number, stencil?: Stencil): Promise<Bytes>;
  /** Whether it can show what is in a picture that somebody brings along. */
  canView(): Promise<boolean>;
  /** What is seen of such a picture, upright, each as WebP with losses and of this size. */
  views(picture: Bytes, views: readonly View[], size: { width: number; height: number }): Promise<readonly Bytes[]>;
  /** Whether what cannot be fetched cannot be fetched by anybody: a page is forbidden more than a server is. */
  readonly isServer: boolean;
  /** Links that open without a request; absent where a link must be served. */
  links?: { create(bytes: Bytes, mime: string): string; revoke(url: string): void };
}
