import { AssetViewer, type ImageRequest, TaskProgress } from 'bytespike-react';
import { useImageGeneration } from 'bytespike-react/react-query';
import { Live } from '../support/Live.js';

const request: ImageRequest = { model: 'gpt-image-2', prompt: 'A kettle on the left and a mug on the right', size: '1024x1024', n: 2 };

export default function ImageGeneration() {
  // As a task it can be cancelled, and a lost answer is found again.
  const image = useImageGeneration({ via: 'task', keepRuns: 3 });
  const generate = () => void image.generate(request).catch(() => undefined);
  return (
    <Live data={image}>
      <div className="row">
        <button type="button" className="bs-button" onClick={generate}>
          Generate two
        </button>
        <button type="button" className="bs-button" onClick={image.reset}>
          Reset
        </button>
      </div>
      <div className="bs-card">
        <AssetViewer assets={image.images} task={image} />
        <TaskProgress task={image} onRetry={generate} />
      </div>
      <p>Runs kept: {image.runs.length}</p>
    </Live>
  );
}
