import { GenerationPanel, useBalance, useTasks } from 'bytespike-react/react-query';
import { Recent } from './Recent.js';
import { TopBar } from './TopBar.js';

/** The page: what is left at the top, then what to make, what became of it, and what was made before. */
export function Studio() {
  const { tasks, remove } = useTasks();
  return (
    <>
      <TopBar balance={useBalance()} />
      <main>
        <GenerationPanel persist="studio" defaultDraft={{ kind: 'video' }} showBalance={false}>
          {({ reuse }) => <Recent tasks={tasks} onRemove={(outTaskIds) => outTaskIds.forEach(remove)} reuse={reuse} />}
        </GenerationPanel>
      </main>
    </>
  );
}
