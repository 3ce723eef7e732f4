import { BytespikeProvider, MaskEditor } from 'bytespike-react';
import { createRoot } from 'react-dom/client';

// Runs in the page of the benchmark: an editor on a large picture, and what it asks of its canvas.

export interface MaskReading {
  /** Calls of the canvas since the last reading. */
  calls: number;
  /** Pixels that they drew or cleared. */
  pixels: number;
  /** Calls that read pixels back, which waits for all that was drawn. */
  reads: number;
  /** Milliseconds between two frames, each. */
  gaps: number[];
  /** Milliseconds of each task that held the page for longer than 50. */
  longTasks: number[];
}

let reading: MaskReading = { calls: 0, pixels: 0, reads: 0, gaps: [], longTasks: [] };
const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

function watchCanvas(): void {
  const { prototype } = CanvasRenderingContext2D;
  for (const name of ['fillRect', 'clearRect'] as const) {
    const original = prototype[name];
    prototype[name] = function counted(this: CanvasRenderingContext2D, x, y, width, height) {
      reading.calls++;
      reading.pixels += width * height;
      original.call(this, x, y, width, height);
    };
  }
  for (const name of ['getImageData', 'putImageData', 'drawImage'] as const) {
    const original = prototype[name] as (...given: unknown[]) => unknown;
    (prototype as unknown as Record<string, unknown>)[name] = function counted(this: CanvasRenderingContext2D, ...given: unknown[]) {
      reading.reads++;
      return original.apply(this, given);
    };
  }
  new PerformanceObserver((list) => reading.longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  let before = performance.now();
  const follow = (now: number) => {
    reading.gaps.push(now - before);
    before = now;
    requestAnimationFrame(follow);
  };
  requestAnimationFrame(follow);
}

async function picture(side: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser has no 2D canvas.');
  const colours = context.createLinearGradient(0, 0, side, side);
  colours.addColorStop(0, '#24407a');
  colours.addColorStop(1, '#e9b44c');
  context.fillStyle = colours;
  context.fillRect(0, 0, side, side);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
}

const made: { mask?: Blob | undefined; milliseconds?: number } = {};

declare global {
  var mountMask: (side: number) => Promise<void>;
  /** What was asked of the canvas, and of the page, since the last time. */
  var readMask: () => Promise<MaskReading>;
  /** Presses a button of the editor, and says for how long until the frame after it. */
  var pressMask: (name: string) => Promise<number>;
  var chooseTool: (name: string) => Promise<void>;
  /** Uses the mask: how long until its file is there, and how large that is in bytes. */
  var useMask: () => Promise<{ milliseconds: number; bytes: number }>;
}

globalThis.mountMask = async (side) => {
  const image = await picture(side);
  createRoot(document.body.appendChild(document.createElement('main'))).render(
    <BytespikeProvider locale="en">
      <MaskEditor image={image} onDone={(mask) => Object.assign(made, { mask, milliseconds: performance.now() })} />
    </BytespikeProvider>,
  );
  while (document.querySelector('.bs-mask-editor')?.getAttribute('data-status') !== 'ready') await frame();
  await document.querySelector<HTMLImageElement>('.bs-mask img')?.decode();
  watchCanvas();
  await frame();
};

globalThis.readMask = async () => {
  await frame();
  const latest = reading;
  reading = { calls: 0, pixels: 0, reads: 0, gaps: [], longTasks: [] };
  return latest;
};

const button = (name: string) => [...document.querySelectorAll('button')].find((each) => each.getAttribute('aria-label') === name || each.textContent === name);

globalThis.pressMask = async (name) => {
  const begun = performance.now();
  button(name)?.click();
  await frame();
  await frame();
  return performance.now() - begun;
};

globalThis.chooseTool = async (name) => {
  [...document.querySelectorAll('label')].find(({ textContent }) => textContent === name)?.click();
  await frame();
};

globalThis.useMask = async () => {
  delete made.milliseconds;
  const begun = performance.now();
  button('Use it')?.click();
  while (made.milliseconds === undefined) await frame();
  return { milliseconds: made.milliseconds - begun, bytes: made.mask?.size ?? 0 };
};
