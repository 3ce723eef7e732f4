import { render, screen, waitFor } from '@testing-library/react';
import { AssetViewer, createClient, TaskProgress } from 'bytespike-react';
import { createSimulatedGateway, type SimulatedGateway } from 'bytespike-react/testing';
import { type ReactNode, useState } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../support/drawn.js';
import { appWith, flavours } from '../../support/flavours.js';
import { show } from './support.js';

interface LayoutShift extends PerformanceEntry {
  sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
}

const [flavour] = flavours;
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

let gateway: SimulatedGateway;
let shifts: LayoutShift[];
let observer: PerformanceObserver;

/** Everything that moved since the last look, by the browser's own measure: what, from where and to where; those after a press as well. */
async function moved(): Promise<string[]> {
  await nextFrame();
  shifts.push(...(observer.takeRecords() as LayoutShift[]));
  const place = ({ x, y, width, height }: DOMRect) => [x, y, width, height].map(Math.round).join(' ');
  return shifts.splice(0).map(({ sources }) => sources.map(({ node, previousRect, currentRect }) => `${node instanceof Element ? node.className : node?.nodeName}: ${place(previousRect)} -> ${place(currentRect)}`).join(', '));
}

beforeEach(() => {
  sessionStorage.clear();
  gateway = createSimulatedGateway({ speed: 100 });
  shifts = [];
  observer = new PerformanceObserver((list) => shifts.push(...(list.getEntries() as LayoutShift[])));
  observer.observe({ type: 'layout-shift' });
});
afterEach(async () => {
  observer.disconnect();
  gateway.dispose();
  await page.viewport(1000, 800);
});

function app() {
  const client = createClient({
    baseUrl: gateway.baseUrl,
    headers: { authorization: `Bearer ${gateway.apiKey}` },
    fetch: (request) => gateway.fetch(request),
  });
  return appWith(flavour!, client);
}

function Images({ n }: { n: number }): ReactNode {
  const image = flavour!.hooks.useImageGeneration();
  const request = { model: 'gpt-image-2', prompt: 'A kettle', size: '1024x1536', n } as const;
  return (
    <>
      <AssetViewer assets={image.images} task={image} reuse={{ remix() {}, variations() {} }} />
      <p>Below</p>
      <button type="button" onClick={() => void image.generate(request).catch(() => {})}>
        Go
      </button>
    </>
  );
}

function Video(): ReactNode {
  const video = flavour!.hooks.useVideoTask();
  return (
    <>
      <AssetViewer assets={video.assets} task={video} />
      <p>Below</p>
      <button
        type="button"
        onClick={() => void video.generate({ model: 'veo-3.1-fast', prompt: 'Tide', durationSeconds: 4, aspectRatio: '16:9' }).catch(() => {})}
      >
        Go
      </button>
    </>
  );
}

describe('nothing moves from submit to asset', () => {
  test('the measure sees what moves', async () => {
    function Moving(): ReactNode {
      const [height, setHeight] = useState(10);
      return (
        <>
          <div style={{ height }} />
          <p style={{ height: 200 }}>Below</p>
          <button type="button" onClick={() => setHeight(300)}>
            Go
          </button>
        </>
      );
    }
    show(<Moving />);
    await moved();
    screen.getByRole('button').click();
    await waitFor(async () => expect(await moved()).not.toEqual([]));
  });

  test.each([
    ['one image', 1, 1000],
    ['four images', 4, 1000],
    ['four images in a narrow column', 4, 320],
  ])('%s', async (_, n, width) => {
    await page.viewport(width, 800);
    const { container } = render(<Images n={n} />, { wrapper: app() });
    screen.getByRole('button', { name: 'Go' }).click();
    await waitFor(() => expect(container.querySelectorAll('.bs-glow')).toHaveLength(n));
    // From here on: what is asked for has its frames.
    await moved();
    await waitFor(() => expect(container.querySelectorAll('[data-state=shown]')).toHaveLength(n));
    expect(await moved()).toEqual([]);
  });

  test('a clip', async () => {
    const { container } = render(<Video />, { wrapper: app() });
    screen.getByRole('button', { name: 'Go' }).click();
    await waitFor(() => expect(container.querySelectorAll('.bs-glow')).toHaveLength(1));
    await moved();
    await waitFor(() => expect(container.querySelectorAll('[data-state=shown]')).toHaveLength(1));
    expect(await moved()).toEqual([]);
  });
});

describe('in a card with its progress, nothing moves from the press of the button', () => {
  function Card({ kind }: { kind: 'image' | 'video' }): ReactNode {
    const image = flavour!.hooks.useImageGeneration();
    const video = flavour!.hooks.useVideoTask();
    const task = kind === 'image' ? image : video;
    const assets = kind === 'image' ? image.images : video.assets;
    const start = () =>
      kind === 'image'
        ? image.generate({ model: 'gpt-image-2', prompt: 'A kettle', size: '1024x1024' })
        : video.generate({ model: 'veo-3.1-fast', prompt: 'Tide', durationSeconds: 4, aspectRatio: '16:9' });
    return (
      <>
        <button type="button" onClick={() => void start().catch(() => {})}>
          Go
        </button>
        <div className="bs-card">
          <AssetViewer assets={assets} task={task} aspectRatio={kind === 'image' ? '1:1' : '16:9'} />
          <TaskProgress task={task} />
        </div>
        <p>Below</p>
      </>
    );
  }

  test.each([
    ['image', 1000],
    ['image', 320],
    ['video', 1000],
    ['video', 320],
  ] as const)('%s, %d pixels wide', async (kind, width) => {
    await page.viewport(width, 1600);
    const { container } = render(<Card kind={kind} />, { wrapper: app() });
    await moved();
    screen.getByRole('button', { name: 'Go' }).click();
    await waitFor(() => expect(container.querySelector('.bs-task-progress')?.getAttribute('data-status')).toBe('completed'));
    await waitFor(() => expect(container.querySelectorAll('[data-state=shown]')).toHaveLength(1));
    expect(await moved()).toEqual([]);
  });
});

test('a result keeps the shape that was reserved, also where it came out a little different', () => {
  const request = { model: 'sora-2-pro', prompt: 'Tide', aspectRatio: '16:9' };
  const ratio = () => {
    const { width, height } = document.querySelector('.bs-frame')!.getBoundingClientRect();
    return width / height;
  };
  const asset = { kind: 'video', url: 'blob:none', width: 1792, height: 1024 } as const;
  const { rerender } = show(<AssetViewer assets={[]} kind="video" request={request} />);
  const before = ratio();
  rerender(<AssetViewer assets={[asset]} request={request} />);
  expect(ratio()).toBe(before);
  rerender(<AssetViewer key="anew" assets={[asset]} request={request} />);
  expect(ratio()).toBeCloseTo(1792 / 1024, 2);
});
