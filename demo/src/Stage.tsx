import { type Asset, AssetViewer, type ImageGenerationResult, TaskProgress, type VideoTaskResult } from 'bytespike-react';

/** The asset, or the light in its place, and how far it is. */
export function Stage({ generation, assets, shape, onRetry }: StageProps) {
  return (
    <section className="bs-card" aria-label="Result">
      <AssetViewer assets={assets} task={generation} aspectRatio={generation.request ? undefined : shape} />
      <TaskProgress task={generation} onRetry={onRetry} />
    </section>
  );
}

export interface StageProps {
  generation: ImageGenerationResult | VideoTaskResult;
  assets: readonly Asset[];
  /** Of what is about to be asked for, so that the empty frame already has it. */
  shape: string | undefined;
  /** Asks for the same again. */
  onRetry: () => void;
}
