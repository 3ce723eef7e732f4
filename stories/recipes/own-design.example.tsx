import { useCostEstimate, useVideoTask } from 'bytespike-react/react-query';

const request = { model: 'veo-3.1-fast', prompt: 'Steam over a bowl of ramen', durationSeconds: 4 } as const;
const usd = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' });

/** No component of the library, and no style sheet of it: the hooks say everything. */
export default function OwnDesign() {
  const video = useVideoTask();
  const { estimate } = useCostEstimate(request);
  const busy = ['submitting', 'queued', 'running', 'cancelling'].includes(video.status);
  const [clip] = video.assets;
  return (
    <article className="own">
      <p role="status">{sentence(video)}</p>
      {clip && <video src={clip.url} controls loop width="100%" />}
      {busy ? (
        <button type="button" onClick={() => void video.cancel().catch(() => undefined)}>
          Stop it
        </button>
      ) : (
        <button type="button" onClick={() => void video.generate(request).catch(() => undefined)}>
          Film it for {estimate ? usd.format(estimate.max) : 'a price'}
        </button>
      )}
      {video.status === 'unknown' && (
        <button type="button" onClick={() => void video.check().catch(() => undefined)}>
          Look again
        </button>
      )}
    </article>
  );
}

function sentence({ status, connection, cost, error }: ReturnType<typeof useVideoTask>): string {
  if (connection === 'reconnecting' || connection === 'offline') return 'The line is down. The film goes on.';
  if (status === 'idle') return 'Nothing on the reel yet.';
  // Absent: nobody said so far.
  if (status === 'completed') return cost.final === undefined ? 'Cut!' : `Cut! It cost ${usd.format(cost.final)}.`;
  if (status === 'cancelled') return cost.final ? `Stopped. It cost ${usd.format(cost.final)}.` : 'Stopped. It cost nothing.';
  if (status === 'unknown') return 'The answer was lost. It may be rolling.';
  return status === 'failed' ? `No film, and nothing billed: ${error?.message ?? 'no reason was given'}` : 'Rolling…';
}
