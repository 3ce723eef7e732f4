import type { ImageModel } from '../../core/catalog/model.js';
import type { ImageEditInput, ImageRequest } from '../../core/catalog/requests.js';

/** How a turn is drawn. */
export type Drawn = Pick<ImageRequest, 'size' | 'quality' | 'n'>;

/** Of a request what the composer holds; the picture as well, while this page has it. */
export function drawn({ prompt, size, quality, n, image }: ImageRequest & Partial<ImageEditInput>): Drawn & Pick<ImageRequest, 'prompt'> & Partial<Pick<ImageEditInput, 'image'>> {
  return { prompt, size, quality, n, ...(image !== undefined && { image }) };
}

/** What is chosen, else what the turn before was drawn with, else what the model draws by itself. Nothing of a model that nobody knows. */
export function wishesOf(chosen: Drawn, before: ImageRequest | undefined, model: ImageModel | undefined): Drawn {
  if (model === undefined) return {};
  const { sizes, defaultSize, quality } = model;
  const one = <T>(values: readonly T[], ...wished: readonly (T | undefined)[]) => wished.find((each) => each !== undefined && values.includes(each));
  return {
    size: one(sizes, chosen.size, before?.size) ?? defaultSize,
    ...(quality !== null && { quality: one(quality.options, chosen.quality, before?.quality) ?? quality.default }),
    n: Math.min(model.maxN, chosen.n ?? 1),
  };
}
