'use client';

import { AssetViewer, CompareAssets } from 'bytespike-react';
import { useImageGeneration } from 'bytespike-react/react-query';
import 'bytespike-react/styles/asset-viewer.css';
import 'bytespike-react/styles/base.css';
import 'bytespike-react/styles/compare-assets.css';

/** The pictures of two places, side by side or under one slider; what is there of them until both are. */
export function Compare({ persist }: { persist: readonly [string, string] }) {
  const first = useImageGeneration({ persist: persist[0] });
  const second = useImageGeneration({ persist: persist[1] });
  const [left] = first.images;
  const [right] = second.images;
  if (left !== undefined && right !== undefined) return <CompareAssets first={{ asset: left, task: first }} second={{ asset: right, task: second }} />;
  return (
    <>
      <AssetViewer assets={first.images} task={first} />
      <AssetViewer assets={second.images} task={second} />
    </>
  );
}
