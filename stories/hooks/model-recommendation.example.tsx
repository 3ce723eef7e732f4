import type { RecommendationBrief } from 'bytespike-react';
import { useModelRecommendation } from 'bytespike-react/react-query';
import { useState } from 'react';
import { Live } from '../support/Live.js';

export default function ModelRecommendation() {
  const [prompt, setPrompt] = useState('A neon sign that says "OPEN LATE"');
  const [kind, setKind] = useState<RecommendationBrief['kind']>('image');
  const [maxCost, setMaxCost] = useState(0.5);
  const recommendation = useModelRecommendation({ kind, prompt, maxCost });
  const { model, params, reasons, suggestions } = recommendation;
  return (
    <Live data={recommendation}>
      <label className="field">
        Prompt
        <textarea value={prompt} onChange={({ target }) => setPrompt(target.value)} />
      </label>
      <div className="row">
        <label className="field">
          Kind
          <select value={kind} onChange={({ target }) => setKind(target.value === 'video' ? 'video' : 'image')}>
            <option value="image">Image</option>
            <option value="video">Video</option>
          </select>
        </label>
        <label className="field">
          At most, in US dollars
          <input type="number" min={0} step={0.01} value={maxCost} onChange={({ target }) => setMaxCost(target.valueAsNumber || 0)} />
        </label>
      </div>
      <h2>{model ?? 'Nothing fits'}</h2>
      <p>{Object.entries(params ?? {}).map(([name, value]) => `${name} ${String(value)}`).join(', ')}</p>
      <ul className="list">
        {[...reasons, ...suggestions].map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </Live>
  );
}
