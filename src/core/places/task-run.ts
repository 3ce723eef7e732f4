import type { ClientInternals } from '../client/internals.js';
import type { TaskCache, VideoRun, VideoRunOptions } from './runs.js';
import { sharedPlace } from './shared-place.js';
import { createVideoPlace } from './task-place.js';

export function createVideoRun(client: ClientInternals, options: VideoRunOptions, cache?: TaskCache): VideoRun {
  const create = () => createVideoPlace(client, options, cache);
  return options.persist === undefined || options.taskId !== undefined ? create() : sharedPlace(client, `video ${options.persist}`, create);
}
