import { AssetViewer, TaskProgress } from 'bytespike-react';
import { useImageEdit } from 'bytespike-react/react-query';
import { useState } from 'react';
import { Live } from '../support/Live.js';
import { samplePicture } from '../support/sample.js';

export default function ImageEdit() {
  const edit = useImageEdit();
  const [picture, setPicture] = useState<File>();
  const [model, setModel] = useState('gpt-image-2');
  const makeItDusk = async () => {
    const image = picture ?? (await samplePicture());
    await edit.generate({ model, prompt: 'Make it dusk', image });
  };
  return (
    <Live data={edit}>
      <label className="field">
        Picture
        <input type="file" accept="image/*" onChange={({ target }) => setPicture(target.files?.[0])} />
      </label>
      <label className="field">
        Model
        {/* The second gets the picture as a turn of a conversation; the call is the same. */}
        <select value={model} onChange={({ target }) => setModel(target.value)}>
          <option value="gpt-image-2">GPT-Image 2</option>
          <option value="gpt-4o-image">GPT-4o Image</option>
        </select>
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
