import { AssetGallery } from 'bytespike-react';
import { useTasks, useVideoTask } from 'bytespike-react/react-query';
import { useState } from 'react';

const prompts = ['Tide coming in over black rocks', 'Steam over a bowl of ramen', 'A paper boat on a still lake at dawn'];

export default function Gallery() {
  const { tasks, remove } = useTasks();
  const video = useVideoTask();
  const [opened, setOpened] = useState<string>();
  const submit = () => {
    const prompt = prompts[tasks.length % prompts.length] ?? '';
    video.generate({ model: 'veo-3.1-fast', prompt, durationSeconds: 4, aspectRatio: '1:1' }).catch(() => undefined);
  };
  return (
    <div className="stack">
      <div className="row">
        <button type="button" className="bs-button" onClick={submit}>
          Generate another
        </button>
        {opened !== undefined && <span role="status">You opened “{opened}”.</span>}
      </div>
      <AssetGallery
        tasks={tasks}
        onOpen={({ request }) => setOpened(request.prompt)}
        onRemove={(outTaskIds) => outTaskIds.forEach(remove)}
      />
    </div>
  );
}
