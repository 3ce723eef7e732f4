import { AssetViewer, TaskProgress } from 'bytespike-react';
import { useUpload, useVideoTask } from 'bytespike-react/react-query';
import { useState } from 'react';
import { Live } from '../support/Live.js';
import { samplePicture } from '../support/sample.js';

export default function Upload() {
  const { upload, progress, status, uploaded, error, offered, cancel, reset } = useUpload();
  const video = useVideoTask();
  const [picture, setPicture] = useState<File>();
  const animate = async () => {
    const { url } = await upload(picture ?? (await samplePicture()));
    await video.generate({ model: 'veo-3.1-fast', prompt: 'The tide comes in', imageUrl: url });
  };
  return (
    <Live data={{ status, progress, uploaded, error, offered, upload, cancel, reset }}>
      <label className="field">
        Picture
        <input type="file" accept="image/*" onChange={({ target }) => setPicture(target.files?.[0])} />
      </label>
      <div className="row">
        <button type="button" className="bs-button" onClick={() => void animate().catch(() => undefined)}>
          {picture === undefined ? 'Animate a sample picture' : 'Animate it'}
        </button>
        <button type="button" className="bs-button" onClick={cancel}>
          Cancel the upload
        </button>
      </div>
      <div className="bs-card">
        <AssetViewer assets={video.assets} task={video} />
        <TaskProgress task={video} />
      </div>
    </Live>
  );
}
