import { AssetViewer, TaskProgress } from 'bytespike-react';
import { useImageGeneration, useVideoTask } from 'bytespike-react/react-query';

const prompt = 'A paper boat on a still lake at dawn';

export default function ImageThenVideo() {
  const image = useImageGeneration({ via: 'task' });
  const video = useVideoTask();
  const frame = image.images[0];
  const draw = () => image.generate({ model: 'gpt-image-2', prompt, size: '1024x1024' });
  const animate = () => video.generate({ model: 'veo-3.1', prompt: `${prompt}, slow push-in`, durationSeconds: 4, aspectRatio: '1:1', imageUrl: frame?.url });
  return (
    <div className="columns">
      <section>
        <button type="button" className="bs-button" onClick={() => void draw().catch(() => undefined)}>
          1. Draw the first frame
        </button>
        <div className="bs-card">
          <AssetViewer assets={image.images} task={image} />
          <TaskProgress task={image} />
        </div>
      </section>
      <section>
        {/* Not `disabled`: what cannot be pressed should still be found, and say why. */}
        <button type="button" className="bs-button" aria-disabled={frame === undefined} onClick={() => frame && void animate().catch(() => undefined)}>
          {frame === undefined ? '2. Set it in motion, once it is drawn' : '2. Set it in motion'}
        </button>
        <div className="bs-card">
          <AssetViewer assets={video.assets} task={video} />
          <TaskProgress task={video} />
        </div>
      </section>
    </div>
  );
}
