import type { Meta, StoryObj } from '@storybook/react-vite';
import { AssetViewer, TaskProgress } from 'bytespike-react';
import { expect, fn, waitFor } from 'storybook/test';
import { broken, embedded, expired, idleVideo, imageStates, prompt, unsafe, videoStates, withCalls } from '../fixtures.js';
import { clip, pictures, portrait } from '../generated.js';

const meta = {
  title: 'AssetViewer',
  component: AssetViewer,
  args: { assets: [], prompt },
} satisfies Meta<typeof AssetViewer>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Waits until every frame shows what it was given. */
async function allShown(canvasElement: HTMLElement): Promise<void> {
  await waitFor(async () => {
    const states = [...canvasElement.querySelectorAll('.bs-figure')].map((figure) => figure.getAttribute('data-state'));
    await expect(new Set(states)).toEqual(new Set(['shown']));
  });
}

export const Playground: Story = {
  loaders: [async () => ({ assets: await portrait(prompt) })],
  render: (args, { loaded }) => <AssetViewer {...args} assets={loaded['assets']} />,
  play: async ({ canvas, canvasElement }) => {
    await allShown(canvasElement);
    await waitFor(() => expect(canvas.getByRole('img', { name: prompt })).toBeVisible());
    await expect(canvas.getByRole('button', { name: 'Download' })).toBeVisible();
  },
};

export const Several: Story = {
  loaders: [async () => ({ assets: await pictures('A kettle on the left and a mug on the right', 4) })],
  render: (args, { loaded }) => <AssetViewer {...args} assets={loaded['assets']} />,
  play: async ({ canvas, canvasElement }) => {
    await allShown(canvasElement);
    await expect(canvas.getByRole('button', { name: 'Download, 3 of 4' })).toBeVisible();
  },
};

export const Video: Story = {
  loaders: [async () => ({ assets: await clip(prompt, '16:9') })],
  render: (args, { loaded }) => <AssetViewer {...args} assets={loaded['assets']} />,
  play: async ({ canvasElement }) => {
    await allShown(canvasElement);
    const film = canvasElement.querySelector('video');
    await expect(film).toHaveProperty('controls', true);
    await expect(film).toHaveProperty('loop', true);
    await expect(film).toHaveProperty('autoplay', false);
  },
};

export const PortraitVideo: Story = {
  loaders: [async () => ({ assets: await clip(prompt, '9:16') })],
  render: (args, { loaded }) => <AssetViewer {...args} assets={loaded['assets']} />,
  play: ({ canvasElement }) => allShown(canvasElement),
};

/** Viewer and progress in one card, as a product would place them. */
export const Rendering: Story = {
  render: (args) => (
    <div className="bs-card">
      <AssetViewer {...args} task={videoStates.running()} />
      <TaskProgress task={withCalls(videoStates.running())} />
    </div>
  ),
  play: async ({ canvasElement }) => {
    const frame = canvasElement.querySelector('.bs-frame')!.getBoundingClientRect();
    await expect(frame.width / frame.height).toBeCloseTo(16 / 9, 2);
  },
};

export const RenderingSeveral: Story = {
  render: (args) => {
    const task = imageStates.pending();
    return <AssetViewer {...args} task={{ ...task, request: { ...task.request!, n: 4 } }} />;
  },
  play: async ({ canvasElement }) => expect(canvasElement.querySelectorAll('.bs-glow')).toHaveLength(4),
};

/** The result in the same card, with how it was made below it. */
export const Finished: Story = {
  loaders: [async () => ({ assets: await clip(prompt, '16:9') })],
  render: (args, { loaded }) => (
    <div className="bs-card">
      <AssetViewer {...args} assets={loaded['assets']} task={videoStates.completed()} />
      <TaskProgress task={withCalls(videoStates.completed())} />
    </div>
  ),
  play: ({ canvasElement }) => allShown(canvasElement),
};

export const Embedded: Story = {
  args: { assets: [embedded] },
  play: async ({ canvas, canvasElement }) => {
    await allShown(canvasElement);
    await expect(canvas.getByRole('img')).toHaveAttribute('src', expect.stringMatching(/^blob:/));
  },
};

export const RevisedPrompt: Story = {
  loaders: [async () => ({ assets: await pictures(prompt, 1) })],
  render: (args, { loaded }) => (
    <AssetViewer
      {...args}
      assets={[{ ...loaded['assets'][0], revisedPrompt: 'A steaming bowl of tonkotsu ramen by a window, soft light from the left, slow push-in, shallow depth of field' }]}
    />
  ),
  play: async ({ canvas, canvasElement, userEvent }) => {
    await allShown(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Prompt' }));
    await expect(canvas.getByText(/tonkotsu/)).toBeVisible();
  },
};

/** Everything that can be done with a result; each only where the app takes it up. */
export const GoingOn: Story = {
  args: { request: { model: 'seedream-v4', prompt, size: '1024x1024', seed: 7 }, reuse: { reference: fn(), variations: fn(), remix: fn(), sameSeed: fn() } },
  loaders: [async () => ({ assets: await pictures(prompt, 2) })],
  render: (args, { loaded }) => <AssetViewer {...args} assets={loaded['assets']} />,
  play: async ({ args, canvas, canvasElement, userEvent }) => {
    await allShown(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Remix, 1 of 2' }));
    await waitFor(() => expect(args.reuse?.remix).toHaveBeenCalledWith({ model: 'seedream-v4', prompt, size: '1024x1024' }, expect.anything()));
  },
};

/** A clip that the next one goes on from: from its last frame, or from the one that is seen. */
export const GoingOnFromAClip: Story = {
  args: { request: { model: 'veo-3.1-fast', prompt, durationSeconds: 4 }, reuse: { clip: fn(), remix: fn() } },
  loaders: [async () => ({ assets: await clip(prompt, '16:9') })],
  render: (args, { loaded }) => <AssetViewer {...args} assets={loaded['assets']} />,
  play: async ({ canvas, canvasElement }) => {
    await allShown(canvasElement);
    await expect(await canvas.findByRole('button', { name: 'Go on from this frame' })).toBeInTheDocument();
  },
};

export const ImagesAndClips: Story = {
  loaders: [async () => ({ assets: [...(await pictures(prompt, 1)), ...(await clip(prompt, '1:1'))] })],
  render: (args, { loaded }) => <AssetViewer {...args} assets={loaded['assets']} aspectRatio="1:1" />,
  play: ({ canvasElement }) => allShown(canvasElement),
};

/** A player of the app's own, in the frame of the library. */
export const OwnPlayer: Story = {
  args: {
    renderPlayer: ({ src, label, loop, onError }) => <video src={src} aria-label={label} loop={loop} onError={onError} autoPlay muted playsInline />,
  },
  loaders: [async () => ({ assets: await clip(prompt, '16:9') })],
  render: (args, { loaded }) => <AssetViewer {...args} assets={loaded['assets']} />,
  play: ({ canvas }) => waitFor(() => expect(canvas.getByLabelText(prompt)).toHaveProperty('controls', false)),
};

/** Some links say when they die; in its last half hour one says so. */
export const Expiring: Story = {
  loaders: [async () => ({ assets: await pictures(prompt, 1) })],
  render: (args, { loaded }) => (
    <AssetViewer {...args} assets={[{ ...loaded['assets'][0], expiresAt: Date.now() + 20 * 60_000 }]} task={withCalls(videoStates.completed())} aspectRatio="1:1" />
  ),
  play: ({ canvas }) => waitFor(() => expect(canvas.getByText('This link expires in 20 min. Download it, or renew the link.')).toBeVisible()),
};

export const ExpiredWhileShown: Story = {
  loaders: [async () => ({ assets: await pictures(prompt, 1) })],
  render: (args, { loaded }) => <AssetViewer {...args} assets={[{ ...loaded['assets'][0], expiresAt: Date.now() - 1 }]} />,
  play: ({ canvas }) => waitFor(() => expect(canvas.getByText(/may be gone when you leave the page/)).toBeVisible()),
};

/** Nothing is shown, and nothing that was written is lost. */
export const Blocked: Story = {
  args: { onEdit: fn() },
  render: (args) => <AssetViewer {...args} task={videoStates.blocked()} />,
  play: async ({ canvas, canvasElement }) => {
    await expect(canvasElement.querySelector('img, video')).toBeNull();
    await expect(canvas.getByText(prompt)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Edit the prompt' })).toBeVisible();
  },
};

function words(make: () => Partial<Parameters<typeof AssetViewer>[0]>, said: string): Story {
  return {
    render: (args) => <AssetViewer {...args} {...make()} />,
    play: async ({ canvas, canvasElement }) => {
      await waitFor(() => expect(canvas.getByText(said)).toBeVisible());
      await expect(canvasElement.querySelector('img, video')).toBeNull();
    },
  };
}

export const Empty = words(() => ({ task: idleVideo }), 'Your clip appears here');
export const Stopped = words(() => ({ task: videoStates.failed() }), 'No clip was made');
export const OutcomeUnknown = words(() => ({ task: videoStates.unknown() }), 'Whether your clip was made is not known yet');
export const Unsafe = words(() => ({ assets: [unsafe] }), 'Not shown');
export const Expired = words(() => ({ assets: [expired()] }), 'This link has expired');
export const Broken = words(() => ({ assets: [broken] }), 'This image could not be loaded');
export const Unreadable = words(() => ({ assets: [{ ...embedded, url: 'data:image/png;base64,@@@' }] }), 'This image could not be read');

/** Every frame without a picture on one sheet, to be looked at. */
export const EveryState: Story = {
  loaders: [async () => ({ images: await pictures(prompt, 2), films: await clip(prompt, '16:9') })],
  render: (args, { loaded }) => (
    <div className="sheet">
      {(
        [
          ['empty', { assets: [], task: idleVideo }],
          ['rendering', { assets: [], task: videoStates.running() }],
          ['stopped', { assets: [], task: videoStates.failed() }],
          ['blocked', { assets: [], task: videoStates.blocked() }],
          ['unknown', { assets: [], task: videoStates.unknown() }],
          ['one', { assets: loaded['images'].slice(0, 1) }],
          ['several', { assets: loaded['images'] }],
          ['video', { assets: loaded['films'] }],
          ['unsafe', { assets: [unsafe] }],
          ['expired', { assets: [expired()] }],
          ['broken', { assets: [broken] }],
        ] as const
      ).map(([name, given]) => (
        <section key={name}>
          <h2>{name}</h2>
          <AssetViewer {...args} {...given} />
        </section>
      ))}
    </div>
  ),
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText('This link has expired')).toBeVisible());
  },
};
