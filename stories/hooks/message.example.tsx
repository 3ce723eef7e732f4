import { AssetViewer, estimateCost, type MessagePart } from 'bytespike-react';
import { useMessage } from 'bytespike-react/react-query';
import { Live } from '../support/Live.js';
import { usd } from '../support/usd.js';

const PICTURES = { model: 'seedream-v5lite', size: '1024x1024', most: 2 };
/** The simulated model draws what stands in brackets, each in its place. */
const QUESTION = 'Lay a small loop. [draw: A small loop in a rope] Bring the end up through it, around, and back down. [draw: A bowline] Pull it tight.';

export default function Message() {
  const message = useMessage();
  const { send, stop, status, parts } = message;
  const ask = () => void send({ model: 'claude-haiku-4-5', messages: [{ role: 'user', content: QUESTION }], pictures: PICTURES }).catch(() => undefined);
  return (
    <Live data={message}>
      <div className="row">
        <button type="button" className="bs-button" disabled={status === 'streaming'} onClick={ask}>
          Ask
        </button>
        <button type="button" className="bs-button" disabled={status !== 'streaming'} onClick={stop}>
          Stop
        </button>
      </div>
      <p>Pictures: up to {usd(estimateCost(PICTURES)?.max)}</p>
      <div className="bs-card">{parts.map((part, index) => (part.type === 'text' ? <p key={index}>{part.text}</p> : <Picture key={part.id} picture={part} />))}</div>
    </Live>
  );
}

function Picture({ picture }: { picture: Exclude<MessagePart, { type: 'text' }> }) {
  if (picture.status === 'completed') return <AssetViewer assets={[picture.image]} prompt={picture.prompt} />;
  if (picture.status === 'failed') return <p>{picture.error.message}</p>;
  return <p>{picture.status === 'running' ? 'A picture is being drawn…' : 'Whether this picture was made, nobody knows.'}</p>;
}
