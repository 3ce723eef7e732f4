'use client';

import { AssetGallery } from 'bytespike-react';
import { useTasks } from 'bytespike-react/react-query';
import 'bytespike-react/styles/asset-gallery.css';
import 'bytespike-react/styles/base.css';

/** Everything that this user made, newest first. */
export function History() {
  const { tasks, remove } = useTasks();
  return <AssetGallery tasks={tasks} onRemove={(outTaskIds) => outTaskIds.forEach(remove)} />;
}
