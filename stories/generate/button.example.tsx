import type { Asset } from 'bytespike-react';
import { GenerateButton } from 'bytespike-react/react-query';
import { useState } from 'react';

export default function Cover() {
  const [cover, setCover] = useState<Asset>();
  return (
    <>
      <GenerateButton persist="cover" onAsset={setCover} kinds={['image']}>
        Make a cover
      </GenerateButton>
      <p>{cover === undefined ? 'No cover yet.' : <img src={cover.url} alt="The cover" width={240} />}</p>
    </>
  );
}
