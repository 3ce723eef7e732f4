import { fromBase64 } from '../base/base64.js';
import type { Bytes, Media, Stencil } from './media.js';
import type { Glow, Letters, Picture, Shape, Span, Stop } from './shapes.js';
import { FONTS } from './svg.js';
import { middleOf, partOf } from './view.js';

/** Pictures through a canvas; of a page's own where there is one, and a service worker can draw too. */
export const browserMedia: Media = {
  async encode(picture, format, quality, stencil) {
    const canvas = canvasOf(picture);
    const context = contextOf(canvas, false);
    draw(context, picture);
    if (stencil !== undefined) context.drawImage(await kept(stencil, picture), 0, 0);
    return encoded(canvas, `image/${format}`, quality / 100);
  },
  isServer: false,
  async canView() {
    const [first] = await encoded(canvasOf({ width: 1, height: 1 }), 'image/webp', 1);
    // "R": a browser that writes no WebP writes a PNG.
    return typeof createImageBitmap === 'function' && first === 0x52;
  },
  async views(picture, views, size) {
    const bitmap = await createImageBitmap(new Blob([picture]));
    const whole = middleOf(bitmap, size);
    const frames: Bytes[] = [];
    for (const view of views) {
      const canvas = canvasOf(size);
      const context = contextOf(canvas, false);
      const { left, top, width, height } = partOf(whole, view);
      context.drawImage(bitmap, left, top, width, height, 0, 0, size.width, size.height);
      frames.push(await encoded(canvas, 'image/webp', QUALITY));
    }
    bitmap.close();
    return frames;
  },
  // A service worker has no object URLs; there, links are served.
  ...(typeof URL.createObjectURL === 'function'
    ? {
        links: {
          create: (bytes, mime) => URL.createObjectURL(new Blob([bytes], { type: mime })),
          // What goes from a page together with the gateway may still be reading it, and would say in the console that it is gone.
          revoke: (url) => void setTimeout(() => URL.revokeObjectURL(url), READING_MS),
        },
      }
    : {}),
};

const READING_MS = 10_000;

/** From 0 to 1. */
const QUALITY = 0.8;

/** What stays of a picture, the rest transparent. */
async function kept({ image, mask }: Stencil, size: Pick<Picture, 'width' | 'height'>): Promise<HTMLCanvasElement | OffscreenCanvas> {
  const canvas = canvasOf(size);
  const context = contextOf(canvas, true);
  context.imageSmoothingEnabled = false;
  for (const part of [image, mask]) {
    const bitmap = await createImageBitmap(new Blob([part]));
    const { left, top, width, height } = middleOf(bitmap, size);
    context.drawImage(bitmap, left, top, width, height, 0, 0, size.width, size.height);
    bitmap.close();
    context.globalCompositeOperation = 'destination-in';
  }
  return canvas;
}

function contextOf(canvas: HTMLCanvasElement | OffscreenCanvas, alpha: boolean): Context {
  const context = canvas.getContext('2d', { alpha, willReadFrequently: true }) as Context | null;
  if (context === null) throw new Error(`This browser gave no canvas of ${canvas.width}x${canvas.height}. Ask for a smaller size.`);
  return context;
}

type Context = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

function canvasOf(size: Pick<Picture, 'width' | 'height'>): HTMLCanvasElement | OffscreenCanvas {
  if (typeof document === 'undefined') return new OffscreenCanvas(size.width, size.height);
  return Object.assign(document.createElement('canvas'), { width: size.width, height: size.height });
}

/** In a page at once: a blob of it would come when the page has nothing to do, which on one that moves is after seconds. */
async function encoded(canvas: HTMLCanvasElement | OffscreenCanvas, type: string, quality: number): Promise<Bytes> {
  if ('convertToBlob' in canvas) return new Uint8Array(await (await canvas.convertToBlob({ type, quality })).arrayBuffer());
  const [, base64 = ''] = canvas.toDataURL(type, quality).split(',');
  return fromBase64(base64);
}

function draw(context: Context, { width, height, background, shapes }: Picture): void {
  context.fillStyle = along(context, background, background.stops);
  context.fillRect(0, 0, width, height);
  for (const shape of shapes) drawShape(context, shape);
}

function drawShape(context: Context, shape: Shape): void {
  switch (shape.shape) {
    case 'area':
      context.fillStyle = along(context, shape.span, shape.stops);
      return context.fill(new Path2D(shape.path));
    case 'line':
      context.strokeStyle = withAlpha(shape.color, shape.alpha);
      Object.assign(context, { lineWidth: shape.width, lineCap: 'round', lineJoin: 'round' });
      return context.stroke(new Path2D(shape.path));
    case 'letters':
      return drawLetters(context, shape);
    case 'glow':
      return drawGlow(context, shape);
  }
}

function drawLetters(context: Context, { text, x, y, size, angle, color, alpha }: Letters): void {
  context.save();
  context.translate(x, y);
  context.rotate((angle * Math.PI) / 180);
  context.font = `700 ${size}px ${FONTS}`;
  context.textAlign = 'center';
  context.fillStyle = withAlpha(color, alpha);
  context.fillText(text, 0, 0);
  context.restore();
}

function drawGlow(context: Context, { x, y, radius, squash, angle, stops }: Glow): void {
  context.save();
  context.translate(x, y);
  context.rotate((angle * Math.PI) / 180);
  context.scale(1, squash);
  context.fillStyle = fill(context.createRadialGradient(0, 0, 0, 0, 0, radius), stops);
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.fill();
  context.restore();
}

function along(context: Context, { x1, y1, x2, y2 }: Span, stops: readonly Stop[]): CanvasGradient | string {
  const [only] = stops;
  if (only !== undefined && stops.length === 1) return withAlpha(only.color, only.alpha);
  return fill(context.createLinearGradient(x1, y1, x2, y2), stops);
}

function fill(gradient: CanvasGradient, stops: readonly Stop[]): CanvasGradient {
  for (const { at, color, alpha } of stops) gradient.addColorStop(at, withAlpha(color, alpha));
  return gradient;
}

function withAlpha(color: string, alpha: number): string {
  return `${color}${Math.round(alpha * 255).toString(16).padStart(2, '0')}`;
}
