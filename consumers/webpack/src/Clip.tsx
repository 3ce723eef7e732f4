import { AssetViewer, TaskProgress } from 'bytespike-react';
import { useVideoTask } from 'bytespike-react/react-query'; // or 'bytespike-react/swr'
import 'bytespike-react/styles.css';

const request = { model: 'veo-3.1-fast', prompt: 'Steam over a bowl of ramen', durationSeconds: 4 };

export function Clip() {
  const video = useVideoTask({ persist: 'clip' });
  return (
    <>
      <button onClick={() => void video.generate(request)}>Generate</button>
      <AssetViewer assets={video.assets} task={video} />
      <TaskProgress task={video} />
    </>
  );
}
