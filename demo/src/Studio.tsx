import type { ImageRequest, VideoRequest } from 'bytespike-react';
import { useBalance, useImageGeneration, useVideoTask } from 'bytespike-react/react-query';
import { useEffect, useState } from 'react';
import { Composer } from './Composer.js';
import { type Draft, emptyDraft, requestsOf } from './draft.js';
import { finishedImage, finishedVideo, type Finished } from './finished.js';
import { Recent } from './Recent.js';
import { Stage } from './Stage.js';
import { TopBar } from './TopBar.js';

/** The page: what to make on one side, what became of it on the other. */
export function Studio() {
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [earlier, setEarlier] = useState<readonly Finished[]>([]);
  const image = useImageGeneration();
  // The name under which a video that is still rendering is found again after a reload.
  const video = useVideoTask({ persist: 'studio' });
  const { available: balance, refresh } = useBalance();

  const requests = requestsOf(draft);
  const shown = { image: finishedImage(image), video: finishedVideo(video) };
  const busy = {
    image: image.status === 'pending',
    video: ['submitting', 'queued', 'running', 'cancelling'].includes(video.status),
  };

  // Money that was held for a clip comes back when it fails, and no answer says so by itself.
  const idle = !busy.image && !busy.video;
  useEffect(() => {
    if (idle) void refresh();
  }, [idle, refresh]);

  // How each ends is in its hook's state: nothing here waits for it.
  const generate = {
    image: (request: ImageRequest) => {
      setEarlier([...shown.image, ...earlier]);
      void image.generate(request);
    },
    video: (request: VideoRequest) => {
      setEarlier([...shown.video, ...earlier]);
      void video.submit(request);
    },
  };

  return (
    <>
      <TopBar balance={balance} />
      <main>
        <Composer
          draft={draft}
          requests={requests}
          balance={balance}
          busy={busy[draft.kind]}
          onChange={(change) => setDraft({ ...draft, ...change })}
          onGenerate={() => (draft.kind === 'image' ? generate.image(requests.image) : generate.video(requests.video))}
        />
        <div className="results">
          {draft.kind === 'image' ? (
            <Stage generation={image} assets={image.images} shape={requests.image.size} onRetry={() => image.request && generate.image(image.request)} />
          ) : (
            <Stage generation={video} assets={video.assets} shape={requests.video.aspectRatio} onRetry={() => video.request && generate.video(video.request)} />
          )}
          <Recent finished={[...shown.image, ...shown.video, ...earlier]} />
        </div>
      </main>
    </>
  );
}
