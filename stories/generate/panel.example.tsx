import type { Asset } from 'bytespike-react';
import { GenerationPanel } from 'bytespike-react/react-query';
import { useState } from 'react';

export default function Studio() {
  const [cover, setCover] = useState<Asset>();
  return (
    <>
      <GenerationPanel persist="studio" onAsset={setCover} defaultDraft={{ kind: 'video', prompt: 'Tide over black rocks' }} />
      <p role="status">{cover === undefined ? 'No cover yet.' : `The cover is a ${cover.kind}.`}</p>
    </>
  );
}
