import type { ImageGenerationState, TaskRecord } from 'bytespike-react';

/**
 * Everything that was made, newest first: tasks, which survive a reload, and images that came in
 * one answer, which this page alone knows of.
 */
export function historyOf(tasks: readonly TaskRecord[], images: readonly ImageGenerationState[]): readonly TaskRecord[] {
  return [...tasks, ...images.flatMap(recordOf)].sort((a, b) => b.createdAt - a.createdAt);
}

/** An image as the record of a task that renders or has ended well; none of one that failed. */
function recordOf({ status, request, images, cost, progress }: ImageGenerationState): TaskRecord[] {
  const { submittedAt, endedAt } = progress;
  if (request === undefined || submittedAt === undefined || (status !== 'pending' && status !== 'success')) return [];
  const id = `image-${submittedAt}`;
  return [
    {
      version: 1,
      outTaskId: id,
      taskId: id,
      request,
      createdAt: submittedAt,
      snapshot: { taskId: id, status: status === 'success' ? 'completed' : 'running', assets: images, cost, submittedAt, completedAt: endedAt },
    },
  ];
}
