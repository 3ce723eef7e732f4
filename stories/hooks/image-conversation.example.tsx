import { AssetViewer, TaskProgress } from 'bytespike-react';
import { useImageConversation } from 'bytespike-react/react-query';
import { Live } from '../support/Live.js';

const NEXT = ['A kettle on a table', 'Make it red', 'At dusk', 'Seen from above'];

export default function ImageConversation() {
  const conversation = useImageConversation({ persist: 'kettle' });
  const { turns, send, rewind, reset, context } = conversation;
  const last = turns.at(-1);
  const prompt = NEXT[turns.length % NEXT.length] ?? '';
  return (
    <Live data={conversation}>
      <div className="row">
        <button type="button" className="bs-button" onClick={() => void send({ prompt }).catch(() => undefined)}>
          {prompt}
        </button>
        <button type="button" className="bs-button" disabled={turns.length < 2} onClick={() => rewind(turns.at(-2)?.key)}>
          Go back
        </button>
        <button type="button" className="bs-button" onClick={reset}>
          Begin anew
        </button>
      </div>
      <p>
        {context.sent} of {context.of} turns go along
      </p>
      {last !== undefined && (
        <div className="bs-card">
          <AssetViewer assets={last.images} task={{ ...last, via: 'sync' }} />
          <TaskProgress task={{ ...last, via: 'sync' }} />
        </div>
      )}
    </Live>
  );
}
