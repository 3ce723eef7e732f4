import { AssetViewer, TaskProgress } from 'bytespike-react';
import { useVideoTask } from 'bytespike-react/react-query';
import { useSimulation } from '../support/Simulation.js';

export default function Resuming() {
  const { reload, page } = useSimulation();
  // The name of this place: after a reload it finds its task again.
  const video = useVideoTask({ persist: 'hero-clip' });
  const submit = () => video.generate({ model: 'veo-3.1-fast', prompt: 'Steam over a bowl of ramen', durationSeconds: 4 });
  return (
    <div className="stack">
      <div className="row">
        <button type="button" className="bs-button" onClick={() => void submit().catch(() => undefined)}>
          Generate
        </button>
        <button type="button" className="bs-button" onClick={reload}>
          Reload the page
        </button>
      </div>
      <div className="bs-card">
        <AssetViewer assets={video.assets} task={video} />
        <TaskProgress task={video} />
      </div>
      <p>Billed so far: {page.gateway.ledger.charges.length} times</p>
    </div>
  );
}
