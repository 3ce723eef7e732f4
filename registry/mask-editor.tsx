'use client';

import { AssetViewer, MaskEditor } from 'bytespike-react';
import { useImageEdit } from 'bytespike-react/react-query';
import 'bytespike-react/styles/asset-viewer.css';
import 'bytespike-react/styles/base.css';
import 'bytespike-react/styles/mask-editor.css';

/** Marks what of a picture may change, and has it changed. */
export function Retouch({ picture, prompt }: { picture: File; prompt: string }) {
  const edit = useImageEdit();
  const retouch = (mask: Blob | undefined) => edit.generate({ model: 'gpt-image-2', prompt, image: picture, mask });
  return (
    <>
      <MaskEditor image={picture} onDone={(mask) => void retouch(mask).catch(() => undefined)} />
      <AssetViewer assets={edit.images} task={edit} prompt={prompt} />
    </>
  );
}
