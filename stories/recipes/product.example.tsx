import type { Asset } from 'bytespike-react';
import { GenerateButton } from 'bytespike-react/react-query';
import { useState } from 'react';

/** One import for an app that has everything but the right picture. `photo` is what it shows so far. */
export default function Product({ photo }: { photo?: string }) {
  const [cover, setCover] = useState<Asset>();
  const shown = cover?.url ?? photo;
  return (
    <article className="product">
      <div className="product-picture">{shown === undefined ? <p>No picture yet</p> : <img src={shown} alt="Ramen bowl No. 4" />}</div>
      <div className="stack">
        <h1>Ramen bowl No. 4</h1>
        <p>Hand-thrown stoneware, 18 cm. Holds a litre, and its heat.</p>
        <p>€48</p>
        <GenerateButton
          kinds={['image']}
          persist="ramen-bowl"
          defaultDraft={{ kind: 'image', prompt: 'A stoneware ramen bowl on a linen cloth, steam rising, window light from the left' }}
          onAsset={setCover}
        >
          {shown === undefined ? 'Make a picture' : 'Make another picture'}
        </GenerateButton>
      </div>
    </article>
  );
}
