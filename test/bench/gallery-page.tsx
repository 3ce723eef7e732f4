import { AssetGallery, type BatchCell, BatchGrid, type BatchGridProps, BytespikeProvider, type TaskRecord } from 'bytespike-react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

// Runs in the page of the benchmark: one history, drawn by the gallery and by hand.

export const ways = ['AssetGallery', 'by hand: map, loading=lazy', 'by hand: the same, content-visibility'] as const;
/** Contact sheets of as many cells, by rows and columns. */
export const sheets = { 'BatchGrid 50 × 10': [50, 10], 'BatchGrid 500 × 1': [500, 1] } as const;
export type Way = (typeof ways)[number] | keyof typeof sheets;

export interface GalleryReading {
  /** Elements and texts. */
  nodes: number;
  /** Milliseconds from the first render to the frame after it. */
  mountMs: number;
}

const PICTURES = 24;
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

async function pictures(): Promise<readonly string[]> {
  return Promise.all(
    Array.from({ length: PICTURES }, async (_, index) => {
      const canvas = new OffscreenCanvas(512, 512);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('This browser has no 2D canvas.');
      context.fillStyle = `hsl(${(index * 360) / PICTURES} 70% 60%)`;
      context.fillRect(0, 0, 512, 512);
      return URL.createObjectURL(await canvas.convertToBlob({ type: 'image/png' }));
    }),
  );
}

function history(count: number, urls: readonly string[]): readonly TaskRecord[] {
  const now = Date.now();
  return Array.from({ length: count }, (_, index) => ({
    version: 1,
    outTaskId: `key-${index}`,
    taskId: `task-${index}`,
    request: { model: 'gpt-image-2', prompt: `A kettle on the left and a mug on the right, number ${index}` },
    createdAt: now - index * 60_000,
    snapshot: {
      taskId: `task-${index}`,
      status: 'completed',
      assets: [{ kind: 'image', url: urls[index % urls.length] ?? '' }],
      cost: { billed: 'yes', final: 0.08 },
      submittedAt: now - index * 60_000,
      completedAt: now - index * 60_000 + 9000,
    },
  }));
}

/** What one writes first: the same facts in a list, all of it. */
function ByHand({ tasks, className }: { tasks: readonly TaskRecord[]; className: string }): ReactNode {
  return (
    <ul className={`by-hand ${className}`} tabIndex={-1}>
      {tasks.map(({ outTaskId, request, createdAt, snapshot }) => (
        <li key={outTaskId}>
          <img src={snapshot?.assets[0]?.url} alt="" loading="lazy" decoding="async" />
          <p>{request.prompt}</p>
          <small>
            <span>{request.model}</span>
            <span>${snapshot?.cost.final?.toFixed(2)}</span>
          </small>
          <small>
            <span>{new Date(createdAt).toLocaleTimeString('en', { hour: 'numeric', minute: '2-digit' })}</span>
            <span>9 s</span>
          </small>
        </li>
      ))}
    </ul>
  );
}

function batch(height: number, width: number, urls: readonly string[]): BatchGridProps['batch'] {
  const idle = () => {};
  const rows = [...Array(height).keys()].map((row) => `A kettle on the left and a mug on the right, number ${row}`);
  const columns = [...Array(width).keys()].map((column) => ({ model: 'gpt-image-2', size: '1024x1024', seed: column }));
  const cells = rows.flatMap((prompt, row) =>
    columns.map(({ model, ...fields }, column): BatchCell => {
      const key = `${row}.${column}`;
      const assets = [{ kind: 'image', url: urls[(row + column) % urls.length] ?? '' } as const];
      return { key, outTaskId: key, taskId: key, row, column, prompt, model, request: { model, prompt, ...fields }, status: 'completed', assets, cost: { billed: 'yes', final: 0.08 }, estimate: undefined, error: undefined, progress: {} };
    }),
  );
  const total = cells.length;
  const counts = { waiting: 0, submitting: 0, queued: 0, running: 0, cancelling: 0, completed: total, failed: 0, cancelled: 0, unknown: 0 };
  const price = { cells: total, min: 0, max: 0, exact: true, unpriced: 0, unit: 'USD', source: 'built-in', asOf: '2026-11' } as const;
  const cost = { price, billed: total * 0.08, unsettled: 0, upTo: total * 0.08, cancel: { isFree: true, max: 0 } };
  return { status: 'done', rows, columns, cells, counts, progress: 1, cost, waitingFor: undefined, error: undefined, pause: idle, resume: idle, cancel: idle, retry: idle, reset: idle };
}

const SCROLLER: Record<Way, string> = {
  'BatchGrid 50 × 10': '[role="grid"]',
  'BatchGrid 500 × 1': '[role="grid"]',
  AssetGallery: '[role="grid"]',
  'by hand: map, loading=lazy': '.by-hand',
  'by hand: the same, content-visibility': '.by-hand',
};

let scroller: Element;

globalThis.mountGallery = async function mountGallery(way: Way, count: number): Promise<GalleryReading> {
  const urls = await pictures();
  const tasks = history(count, urls);
  const shape = way in sheets ? sheets[way as keyof typeof sheets] : undefined;
  const root = document.body.appendChild(document.createElement('div'));
  const started = performance.now();
  createRoot(root).render(
    <BytespikeProvider locale="en">
      {shape !== undefined ? <BatchGrid batch={batch(shape[0], shape[1], urls)} /> : way === 'AssetGallery' ? <AssetGallery tasks={tasks} /> : <ByHand tasks={tasks} className={way.endsWith('visibility') ? 'skipped' : ''} />}
    </BytespikeProvider>,
  );
  while (root.querySelector('img') === null) await frame();
  await frame();
  const mountMs = performance.now() - started;
  const found = root.querySelector(SCROLLER[way]);
  if (found === null) throw new Error(`Nothing to scroll in ${way}.`);
  scroller = found;
  // The virtual list is a part of its own, that comes after the first tiles.
  while (scroller.scrollHeight < count * 10) await frame();
  return { nodes: countNodes(root), mountMs };
};

globalThis.scrollGallery = async function scrollGallery(pixels: number): Promise<void> {
  scroller.scrollTop += pixels;
  // One for the scroll's own frame, one for what it made the page do.
  await frame();
  await frame();
};

globalThis.nodesOfGallery = () => countNodes(document.body);

/** Scrolls for so many frames as fast as they come; milliseconds between them. */
globalThis.runGallery = async function runGallery(frames: number, pixels: number): Promise<readonly number[]> {
  const gaps: number[] = [];
  let last = performance.now();
  for (let count = 0; count < frames; count++) {
    scroller.scrollTop += pixels;
    await frame();
    const now = performance.now();
    gaps.push(now - last);
    last = now;
  }
  return gaps;
};

function countNodes(root: Node): number {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let count = 0;
  while (walker.nextNode() !== null) count++;
  return count;
}

declare global {
  var mountGallery: (way: Way, count: number) => Promise<GalleryReading>;
  var scrollGallery: (pixels: number) => Promise<void>;
  var nodesOfGallery: () => number;
  var runGallery: (frames: number, pixels: number) => Promise<readonly number[]>;
}
