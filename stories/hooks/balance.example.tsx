import { useBalance, useVideoTask } from 'bytespike-react/react-query';
import { Live } from '../support/Live.js';
import { usd } from '../support/usd.js';

export default function Balance() {
  const balance = useBalance({ lowBelow: 24.9 });
  const video = useVideoTask();
  const spend = () => void video.generate({ model: 'veo-3.1-fast', prompt: 'Steam', durationSeconds: 4 }).catch(() => undefined);
  return (
    <Live data={balance}>
      <div className="row">
        <button type="button" className="bs-button" onClick={spend}>
          Spend {usd(0.21)} on a clip
        </button>
        <button type="button" className="bs-button" onClick={() => void balance.refresh()}>
          Ask the gateway
        </button>
      </div>
      <p>
        {usd(balance.available)} left{balance.low && ', and that is low'}. {balance.held > 0 && `${usd(balance.held)} held for tasks under way.`}
      </p>
      <p>The clip: {video.status}</p>
    </Live>
  );
}
