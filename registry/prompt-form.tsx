'use client';

import { type PromptDraft, PromptForm, TaskProgress } from 'bytespike-react';
import { useBalance, useImageEdit, useImageGeneration, useModelRecommendation, useModels, useVideoTask } from 'bytespike-react/react-query';
import 'bytespike-react/styles/base.css';
import 'bytespike-react/styles/mask-editor.css';
import 'bytespike-react/styles/prompt-form.css';
import 'bytespike-react/styles/task-progress.css';
import { useState } from 'react';

/** The form alone, and how far what it began is; results are in the history. */
export function Prompt() {
  const [draft, setDraft] = useState<PromptDraft>({ kind: 'image', prompt: '' });
  const recommendation = useModelRecommendation({ kind: draft.kind, prompt: draft.prompt });
  const tasks = { image: useImageGeneration(), edit: useImageEdit(), video: useVideoTask() };
  const [call, setCall] = useState<keyof typeof tasks>('image');
  return (
    <>
      <PromptForm
        value={draft}
        onValueChange={setDraft}
        catalog={useModels().catalog}
        recommendation={recommendation}
        balance={useBalance()}
        onSubmit={(...wish) => {
          setCall(wish[1]);
          // What became of it, a refusal too, is said by the task.
          if (wish[1] === 'video') void tasks.video.generate(wish[0]).catch(() => undefined);
          else if (wish[1] === 'edit') void tasks.edit.generate(wish[0]).catch(() => undefined);
          else void tasks.image.generate(wish[0]).catch(() => undefined);
        }}
      />
      <TaskProgress task={tasks[call]} />
    </>
  );
}
