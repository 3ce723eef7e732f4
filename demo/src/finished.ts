import { type Asset, findModel, type GenerationCost, type ImageGenerationState, type VideoTaskState } from 'bytespike-react';

/** One generation that came out well. */
export interface Finished {
  prompt: string;
  /** Name of its model. */
  model: string;
  /** The first of its assets, and how many there are. */
  asset: Asset;
  count: number;
  /** USD; `undefined` when the gateway has not said. */
  cost: number | undefined;
}

/** What an image generation has to show: one entry, or none. */
export function finishedImage({ images, request, cost }: ImageGenerationState): Finished[] {
  return finished(images, request, cost);
}

export function finishedVideo({ assets, request, cost }: VideoTaskState): Finished[] {
  return finished(assets, request, cost);
}

function finished(assets: readonly Asset[], request: { model: string; prompt: string } | undefined, cost: GenerationCost): Finished[] {
  const [asset] = assets;
  if (asset === undefined) return [];
  const model = request?.model ?? '';
  return [{ prompt: request?.prompt ?? '', model: findModel(model)?.name ?? model, asset, count: assets.length, cost: cost.final }];
}
