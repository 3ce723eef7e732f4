import type { ImageRequest, VideoRequest } from 'bytespike-react';
import { useBalance, useCostEstimate, useImageGeneration, useModelRecommendation, useModels, useTasks, useVideoTask } from 'bytespike-react/react-query';
import { useState } from 'react';
import { Composer } from './Composer.js';
import { briefOf, type Draft, emptyDraft, requestOf } from './draft.js';
import { Recent } from './Recent.js';
import { Stage } from './Stage.js';
import { TopBar } from './TopBar.js';

/** The page: what to make on one side, what became of it on the other. */
export function Studio() {
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  // The names under which what is still being made is found again after a reload.
  const image = useImageGeneration({ persist: 'studio:image' });
  const video = useVideoTask({ persist: 'studio' });
  const { tasks, remove } = useTasks();
  const balance = useBalance();
  const models = useModels();
  const recommendation = useModelRecommendation(briefOf(draft));
  const request = requestOf(draft, recommendation);
  const preview = { request, cost: useCostEstimate(request), balance, requirePreview: true };

  const busy = {
    image: image.status === 'pending',
    video: ['submitting', 'queued', 'running', 'cancelling'].includes(video.status),
  };

  // How each ends is in its hook's state: nothing here waits for it.
  const generate = {
    image: (request: ImageRequest) => void image.generate(request),
    video: (request: VideoRequest) => void video.submit(request),
  };

  return (
    <>
      <TopBar balance={balance} />
      <main>
        <Composer
          draft={draft}
          request={request}
          models={models}
          recommendation={recommendation}
          preview={preview}
          busy={busy[draft.kind]}
          onChange={(change) => setDraft({ ...draft, ...change })}
          onGenerate={() => generate[draft.kind](request)}
        />
        <div className="results">
          {draft.kind === 'image' ? (
            <Stage generation={image} assets={image.images} shape={'size' in request ? request.size : undefined} onRetry={() => image.request && generate.image(image.request)} />
          ) : (
            <Stage generation={video} assets={video.assets} shape={request.aspectRatio} onRetry={() => video.request && generate.video(video.request)} />
          )}
          <Recent tasks={tasks} onRemove={(outTaskIds) => outTaskIds.forEach(remove)} />
        </div>
      </main>
    </>
  );
}
