import { AssetGallery, BalanceMeter } from 'bytespike-react';
import { GenerationPanel, useBalance, useTasks } from 'bytespike-react/react-query';

export default function Studio() {
  const { tasks, remove } = useTasks();
  return (
    <div className="stack">
      <BalanceMeter compact balance={useBalance()} />
      <GenerationPanel persist="studio" showBalance={false} defaultDraft={{ kind: 'video', prompt: 'Tide over black rocks' }}>
        {tasks.length > 0 && <AssetGallery tasks={tasks} filters={false} onRemove={(outTaskIds) => outTaskIds.forEach(remove)} />}
      </GenerationPanel>
    </div>
  );
}
