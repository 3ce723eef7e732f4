import { AssetViewer } from 'bytespike-react';
import { useCaption, useImageGeneration } from 'bytespike-react/react-query';
import { Live } from '../support/Live.js';

export default function Caption() {
  const image = useImageGeneration({ persist: 'cover' });
  const caption = useCaption({ model: 'claude-haiku-4-5' });
  const [picture] = image.images;
  return (
    <Live data={caption}>
      <div className="row">
        <button type="button" className="bs-button" onClick={() => void image.generate({ model: 'seedream-v5lite', prompt: 'A kettle on a blue table' }).catch(() => undefined)}>
          Make a picture
        </button>
        <button type="button" className="bs-button" disabled={picture === undefined} onClick={() => picture && void caption.describe(picture).catch(() => undefined)}>
          Describe it
        </button>
      </div>
      <div className="bs-card">
        <AssetViewer assets={image.images} task={image} alt={caption.caption} />
      </div>
    </Live>
  );
}
