import { AssetViewer, type BatchInput, expandPrompts } from 'bytespike-react';
import { useBatch } from 'bytespike-react/react-query';
import { Live } from '../support/Live.js';

const input: BatchInput = {
  prompts: expandPrompts(['A {{colour}} kettle on a table'], [{ colour: 'red' }, { colour: 'blue' }, { colour: 'green' }]),
  models: ['seedream-v5lite', 'nano-banana'],
};

export default function Batch() {
  const batch = useBatch({ persist: 'kettles' });
  const { status, cells, counts, progress, cost, preview, begin, pause, resume, cancel, retry, reset } = batch;
  const price = preview(input);
  const isUnderWay = status === 'running' || status === 'paused';
  return (
    <Live data={{ ...batch, cells: cells.map(({ prompt, model, status: standing }) => `${prompt} by ${model}: ${standing}`) }}>
      <div className="row">
        <button type="button" className="bs-button" disabled={isUnderWay || price === undefined || price.problems.length > 0 || price.shortfall > 0} onClick={() => void begin(input)}>
          Make {price?.cells} for ${price?.max.toFixed(3)}
        </button>
        <button type="button" className="bs-button" disabled={!isUnderWay} onClick={status === 'paused' ? resume : pause}>
          {status === 'paused' ? 'Go on' : 'Pause'}
        </button>
        <button type="button" className="bs-button" disabled={!isUnderWay} onClick={() => cancel()}>
          Cancel the rest
        </button>
        <button type="button" className="bs-button" disabled={counts.failed === 0} onClick={() => retry()}>
          What failed, once more
        </button>
        <button type="button" className="bs-button" onClick={reset}>
          Begin anew
        </button>
      </div>
      <p>
        {Math.round(progress * 100)} % done, ${cost.billed.toFixed(3)} billed
      </p>
      <AssetViewer assets={cells.flatMap(({ assets }) => assets)} />
    </Live>
  );
}
