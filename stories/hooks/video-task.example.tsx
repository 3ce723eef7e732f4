import { AssetViewer, TaskProgress, type VideoRequest } from 'bytespike-react';
import { useVideoTask } from 'bytespike-react/react-query';
import { Live } from '../support/Live.js';

const request: VideoRequest = {
  model: 'veo-3.1-fast',
  prompt: 'Slow zoom into a bowl of ramen, steam rising, window light from the left',
  durationSeconds: 4,
  aspectRatio: '16:9',
};

export default function VideoTask() {
  const video = useVideoTask({ persist: 'clip' });
  // What goes wrong is in `video.error`, and TaskProgress says it.
  const submit = () => void video.generate(request).catch(() => undefined);
  return (
    <Live data={video}>
      <div className="row">
        <button type="button" className="bs-button" onClick={submit}>
          Generate
        </button>
        <button type="button" className="bs-button" onClick={video.reset}>
          Reset
        </button>
      </div>
      <div className="bs-card">
        <AssetViewer assets={video.assets} task={video} />
        <TaskProgress task={video} onRetry={submit} />
      </div>
    </Live>
  );
}
