import { type Asset, AssetViewer, TaskProgress } from 'bytespike-react';
import { useFirstFrame, useVideoTask } from 'bytespike-react/react-query';
import { useState } from 'react';
import { Live } from '../support/Live.js';
import { samplePicture } from '../support/sample.js';

export default function FirstFrame() {
  const { take, progress, status, frame, error, offered, cancel, reset } = useFirstFrame();
  const video = useVideoTask();
  const [made, setMade] = useState(0);
  const [clip] = video.assets;
  const film = async (source: Asset | File) => {
    await video.generate({ model: 'veo-3.1-fast', prompt: 'The tide comes in', ...(await take(source)) });
    setMade((before) => before + 1);
  };
  const begin = async () => film(await samplePicture());
  return (
    <Live data={{ status, progress, frame, error, offered, take, cancel, reset }}>
      <div className="row">
        <button type="button" className="bs-button" onClick={() => void begin().catch(() => undefined)}>
          Animate a sample picture
        </button>
        {/* Not `disabled`: what cannot be pressed should still be found. */}
        <button type="button" className="bs-button" aria-disabled={clip === undefined} onClick={() => clip && void film(clip).catch(() => undefined)}>
          Go on from its last frame
        </button>
        <span>{made} clips</span>
      </div>
      <div className="bs-card">
        <AssetViewer assets={video.assets} task={video} />
        <TaskProgress task={video} />
      </div>
    </Live>
  );
}
