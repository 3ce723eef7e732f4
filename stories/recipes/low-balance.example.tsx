import { AssetViewer, BalanceMeter, CostPreview, previewCost, TaskProgress } from 'bytespike-react';
import { useBalance, useCostEstimate, useVideoTask } from 'bytespike-react/react-query';
import { useSimulation } from '../support/Simulation.js';

const request = { model: 'veo-3.1-fast', prompt: 'Steam over a bowl of ramen', durationSeconds: 4 } as const;

export default function LowBalance() {
  const balance = useBalance({ lowBelow: 1 });
  const cost = useCostEstimate(request);
  const video = useVideoTask();
  const preview = { request, cost, balance, requirePreview: true };
  // In your app: send people to your checkout, and read the balance when they are back.
  const { page } = useSimulation();
  const topUp = async () => {
    page.topUp(10);
    await balance.refresh();
  };
  const submit = () => {
    if (previewCost(preview).canSubmit) video.generate(request).catch(() => undefined);
  };
  return (
    <div className="stack">
      <BalanceMeter balance={balance} onTopUp={() => void topUp()} />
      <CostPreview {...preview} task={video} onTopUp={() => void topUp()} />
      <button type="button" className="bs-button" aria-disabled={!previewCost(preview).canSubmit} onClick={submit}>
        Generate
      </button>
      <div className="bs-card">
        <AssetViewer assets={video.assets} task={video} />
        <TaskProgress task={video} />
      </div>
    </div>
  );
}
