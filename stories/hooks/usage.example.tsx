import { useImageGeneration, useUsage } from 'bytespike-react/react-query';
import { useState } from 'react';
import { Live } from '../support/Live.js';
import { usd } from '../support/usd.js';

export default function Usage() {
  const [groupBy, setGroupBy] = useState<'day' | 'hour' | 'model'>('model');
  const spent = useUsage({ groupBy });
  const image = useImageGeneration();
  const spend = async () => {
    await image.generate({ model: 'seedream-v5lite', prompt: 'Tide coming in over black rocks' });
    await spent.refresh();
  };
  return (
    <Live data={spent}>
      <div className="row">
        <button type="button" className="bs-button" onClick={() => void spend().catch(() => undefined)}>
          Spend on a picture
        </button>
        <label className="field">
          Group by
          <select value={groupBy} onChange={({ target }) => setGroupBy(target.value as typeof groupBy)}>
            <option>day</option>
            <option>hour</option>
            <option>model</option>
          </select>
        </label>
      </div>
      <p>{usd(spent.usage?.spent)} in {spent.usage?.calls ?? 0} calls</p>
      <ul className="list">
        {spent.usage?.buckets.map(({ name, spent: amount, calls }) => (
          <li key={name}>
            {name}: {usd(amount)} in {calls}
          </li>
        ))}
      </ul>
    </Live>
  );
}
