import { type GenerationRequest, type Model, typicalSeconds } from 'bytespike-react';
import { useId } from 'react';
import { seconds, usd } from './format.js';
import { rateOf } from './estimate.js';

/** Models by vendor, with the price and the wait of what is asked for beside the chosen one. */
export function ModelSelect({ models, request, onChange }: ModelSelectProps) {
  const id = useId();
  const vendors = [...new Set(models.map((model) => model.vendor))];
  const chosen = models.find((model) => model.id === request.model);
  const rate = rateOf(request);
  const wait = typicalSeconds(request);
  return (
    <div>
      <label className="label" htmlFor={id}>
        Model
      </label>
      <div className="pick">
        <select id={id} value={request.model} aria-describedby={`${id}-facts`} onChange={(event) => onChange(event.target.value)}>
          {vendors.map((vendor) => (
            <optgroup key={vendor} label={vendor}>
              {models
                .filter((model) => model.vendor === vendor)
                .map((model) => (
                  <option key={model.id} value={model.id}>
                    {model.name}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
        <b aria-hidden="true">{chosen?.name}</b>
        <span className="facts" id={`${id}-facts`}>
          {[rate && `${usd(rate.amount)}${rate.per}`, wait && seconds(wait)].filter(Boolean).join(' · ')}
        </span>
        <span className="strengths">{chosen?.strengths.slice(0, 3).join(', ')}</span>
      </div>
    </div>
  );
}

export interface ModelSelectProps {
  models: readonly Model[];
  request: GenerationRequest;
  onChange: (model: string) => void;
}
