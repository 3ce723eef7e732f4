import { AssetViewer, TaskProgress } from 'bytespike-react';
import { useImageEdit } from 'bytespike-react/react-query';
import { useState } from 'react';
import { Live } from '../support/Live.js';
import { samplePicture } from '../support/sample.js';

export default function ImageEdit() {
  const edit = useImageEdit();
  const [picture, setPicture] = useState<File>();
  const makeItDusk = async () => {
    const image = picture ?? (await samplePicture());
    await edit.generate({ model: 'gpt-image-2', prompt: 'Make it dusk', image });
  };
  return (
    <Live data={edit}>
      <label className="field">
        Picture
        <input type="file" accept="image/*" onChange={({ target }) => setPicture(target.files?.[0])} />
      </label>
      <div className="row">
        <button type="button" className="bs-button" onClick={() => void makeItDusk().catch(() => undefined)}>
          {picture === undefined ? 'Make a sample picture dusk' : 'Make it dusk'}
        </button>
        <button type="button" className="bs-button" onClick={edit.reset}>
          Reset
        </button>
      </div>
      <div className="bs-card">
        <AssetViewer assets={edit.images} task={edit} />
        <TaskProgress task={edit} />
      </div>
    </Live>
  );
}
