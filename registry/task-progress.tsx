'use client';

import { TaskProgress } from 'bytespike-react';
import { useVideoTask } from 'bytespike-react/react-query';
import 'bytespike-react/styles/base.css';
import 'bytespike-react/styles/task-progress.css';

/** How far a clip is, wherever it was begun: every place with the same `persist` shows the same one. */
export function ClipProgress({ persist }: { persist: string }) {
  return <TaskProgress task={useVideoTask({ persist })} />;
}
