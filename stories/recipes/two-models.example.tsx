import { AssetViewer, CompareAssets, estimateCost, type ImageRequest, TaskProgress } from 'bytespike-react';
import { useImageGeneration } from 'bytespike-react/react-query';
import { useState } from 'react';

const models = ['gpt-image-2', 'nano-banana-v2'] as const;
const usd = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', maximumFractionDigits: 3 });

export default function TwoModels() {
  const [prompt, setPrompt] = useState('A neon sign that says "OPEN LATE"');
  const first = useImageGeneration({ via: 'task' });
  const second = useImageGeneration({ via: 'task' });
  const sides = [first, second] as const;
  const requests = models.map((model): ImageRequest => ({ model, prompt, size: '1024x1024' }));
  const price = requests.reduce((sum, request) => sum + (estimateCost(request)?.max ?? 0), 0);
  // Each is a task of its own: one that fails leaves the other alone.
  const generate = () => sides.forEach((side, index) => void side.generate(requests[index]!).catch(() => undefined));
  const [left, right] = sides.map((side) => side.images[0]);
  return (
    <div className="stack">
      <label className="field">
        Prompt
        <textarea value={prompt} onChange={({ target }) => setPrompt(target.value)} />
      </label>
      <div className="row">
        <button type="button" className="bs-button" onClick={generate}>
          Draw it twice · {usd.format(price)}
        </button>
      </div>
      {left !== undefined && right !== undefined ? (
        <CompareAssets first={{ asset: left, task: first }} second={{ asset: right, task: second }} />
      ) : (
        <div className="columns">
          {sides.map((side, index) => (
            <section key={models[index]} aria-label={models[index]} className="bs-card">
              <AssetViewer assets={side.images} task={side} />
              <TaskProgress task={side} />
            </section>
          ))}
        </div>
      )}
    </div>
  );
}
