import { useTasks, useVideoTask } from 'bytespike-react/react-query';
import { Live } from '../support/Live.js';

export default function Tasks() {
  const { tasks, remove, clear } = useTasks();
  const video = useVideoTask();
  const submit = () => void video.generate({ model: 'veo-3.1-fast', prompt: `Clip ${tasks.length + 1}`, durationSeconds: 4 }).catch(() => undefined);
  return (
    <Live data={{ tasks, remove, clear }}>
      <div className="row">
        <button type="button" className="bs-button" onClick={submit}>
          Start a task
        </button>
        <button type="button" className="bs-button" onClick={clear}>
          Forget all
        </button>
      </div>
      <ul className="list">
        {tasks.map(({ outTaskId, request, snapshot }) => (
          <li key={outTaskId} className="row">
            {request.prompt}: {snapshot?.status ?? 'submitting'}
            <button type="button" className="bs-button" onClick={() => remove(outTaskId)}>
              Forget {request.prompt}
            </button>
          </li>
        ))}
      </ul>
    </Live>
  );
}
