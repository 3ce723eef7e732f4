'use client';

import { AssetViewer } from 'bytespike-react';
import { useVideoTask } from 'bytespike-react/react-query';
import 'bytespike-react/styles/asset-viewer.css';
import 'bytespike-react/styles/base.css';

/** The clip of a place, its frame while it is being made, or why there is none. */
export function ClipViewer({ persist }: { persist: string }) {
  const video = useVideoTask({ persist });
  return <AssetViewer assets={video.assets} task={video} />;
}
