import { findModel, type ImageRequest } from 'bytespike-react';
import { Choice } from './Choice.js';
import type { Draft } from './draft.js';
import { Shapes } from './Shapes.js';
import { Stepper } from './Stepper.js';

/** What the chosen image model takes, and nothing else. */
export function ImageFields({ request, onWish }: ImageFieldsProps) {
  const model = findModel(request.model);
  if (model?.kind !== 'image') return null;
  return (
    <>
      <Shapes values={model.sizes} value={request.size} onChange={(size) => onWish({ size })} />
      <div className="row">
        <Stepper label="Images" value={request.n ?? 1} min={1} max={model.maxN} onChange={(count) => onWish({ count })} />
        {model.quality && (
          <Choice label="Quality" options={model.quality.options.map(capitalised)} value={request.quality} onChange={(quality) => onWish({ quality })} />
        )}
      </div>
    </>
  );
}

export interface ImageFieldsProps {
  request: ImageRequest;
  onWish: (wish: Partial<Draft['image']>) => void;
}

function capitalised(value: string) {
  return { value, content: value.charAt(0).toUpperCase() + value.slice(1) };
}
