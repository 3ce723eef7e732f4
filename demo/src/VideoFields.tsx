import { findModel, type VideoRequest } from 'bytespike-react';
import { Choice, named } from './Choice.js';
import type { Draft } from './draft.js';
import { Shapes } from './Shapes.js';
import { Stepper } from './Stepper.js';

/** What the chosen video model takes, and nothing else. */
export function VideoFields({ request, onWish }: VideoFieldsProps) {
  const model = findModel(request.model);
  if (model?.kind !== 'video') return null;
  return (
    <>
      <Shapes values={model.aspectRatios} value={request.aspectRatio} onChange={(aspectRatio) => onWish({ aspectRatio })} />
      <div className="row">
        <Stepper label="Seconds" value={request.durationSeconds ?? model.duration.min} {...model.duration} onChange={(seconds) => onWish({ seconds })} />
        <Choice label="Resolution" options={named(model.resolutions)} value={request.resolution} onChange={(resolution) => onWish({ resolution })} />
      </div>
    </>
  );
}

export interface VideoFieldsProps {
  request: VideoRequest;
  onWish: (wish: Partial<Draft['video']>) => void;
}
