import { useCostEstimate } from 'bytespike-react/react-query';
import { useState } from 'react';
import { Live } from '../support/Live.js';
import { usd } from '../support/usd.js';

export default function CostEstimate() {
  const [durationSeconds, setSeconds] = useState(4);
  const [resolution, setResolution] = useState('720p');
  const cost = useCostEstimate({ model: 'veo-3.1-fast', prompt: 'Steam over a bowl of ramen', durationSeconds, resolution });
  return (
    <Live data={cost}>
      <div className="row">
        <label className="field">
          Seconds
          <select value={durationSeconds} onChange={({ target }) => setSeconds(Number(target.value))}>
            <option>4</option>
            <option>6</option>
            <option>8</option>
          </select>
        </label>
        <label className="field">
          Resolution
          <select value={resolution} onChange={({ target }) => setResolution(target.value)}>
            <option>720p</option>
            <option>1080p</option>
          </select>
        </label>
      </div>
      <p>
        {cost.estimate?.exact === false && 'Up to '}
        {usd(cost.estimate?.max)}
        {cost.expectedSeconds && `, usually ${cost.expectedSeconds.min} to ${cost.expectedSeconds.max} s`}
      </p>
    </Live>
  );
}
