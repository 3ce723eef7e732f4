import { AssetGallery, BalanceMeter, BatchGrid, CompareAssets, ConversationCanvas, type TaskRecord, UsageChart } from 'bytespike-react';
import { type BatchDraft, BatchForm } from 'bytespike-react/components/batch-form';
import { GenerationPanel, useBalance, useBatch, useImageConversation, useModels, useTasks, useUsage } from 'bytespike-react/react-query';
import { useState } from 'react';

const rooms = { make: Make, many: Many, talk: Talk, compare: Compare, spending: Spending } as const;
const titles: Record<keyof typeof rooms, string> = { make: 'Make', many: 'Many at once', talk: 'Change by talking', compare: 'Compare', spending: 'Spending' };

/** A whole product out of parts: each room is one component and the hook that it shows. */
export default function WholeStudio() {
  const [room, setRoom] = useState<keyof typeof rooms>('make');
  const Room = rooms[room];
  return (
    <div className="stack">
      <header className="row studio-bar">
        <nav className="row" aria-label="Rooms">
          {(Object.keys(rooms) as (keyof typeof rooms)[]).map((name) => (
            <button key={name} type="button" className="bs-button" aria-current={name === room ? 'page' : undefined} onClick={() => setRoom(name)}>
              {titles[name]}
            </button>
          ))}
        </nav>
        <BalanceMeter compact balance={useBalance()} />
      </header>
      <Room />
    </div>
  );
}

function Make() {
  const { tasks, remove } = useTasks();
  return (
    <GenerationPanel persist="studio" showBalance={false} defaultDraft={{ kind: 'image', prompt: 'A red kettle on a wooden table at dawn' }}>
      {tasks.length > 0 && <AssetGallery tasks={tasks} onRemove={(outTaskIds) => outTaskIds.forEach(remove)} />}
    </GenerationPanel>
  );
}

const shots: Partial<BatchDraft> = {
  kind: 'image',
  text: 'A {{colour}} kettle on a wooden table',
  rows: [{ colour: 'red' }, { colour: 'blue' }, { colour: 'green' }],
  models: { image: ['seedream-v5lite', 'nano-banana'] },
};

function Many() {
  const batch = useBatch({ persist: 'studio' });
  return (
    <div className="stack">
      <BatchForm batch={batch} persist="studio" defaultValue={shots} catalog={useModels().catalog} />
      <BatchGrid batch={batch} />
    </div>
  );
}

function Talk() {
  return <ConversationCanvas conversation={useImageConversation({ persist: 'studio' })} catalog={useModels().catalog} balance={useBalance()} />;
}

/** The two newest pictures, under one line. */
function Compare() {
  const [first, second] = useTasks().tasks.flatMap(pictureOf);
  if (first === undefined || second === undefined) return <p>Make two pictures, and they are compared here.</p>;
  return <CompareAssets first={first} second={second} defaultMode="slider" />;
}

function pictureOf({ request, snapshot }: TaskRecord) {
  const asset = snapshot?.assets.find(({ kind }) => kind === 'image');
  return asset === undefined ? [] : [{ asset, label: request.prompt }];
}

function Spending() {
  return <UsageChart usage={useUsage({ groupBy: 'day' })} byModel={useUsage({ groupBy: 'model' })} />;
}
