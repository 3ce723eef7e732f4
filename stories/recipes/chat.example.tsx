import { type Asset, AssetViewer, TaskProgress } from 'bytespike-react';
import { useImageGeneration } from 'bytespike-react/react-query';
import { type SubmitEvent, useState } from 'react';

interface Message {
  text: string;
  pictures?: readonly Asset[];
}

export default function Chat() {
  const [messages, setMessages] = useState<readonly Message[]>([{ text: 'What shall the cover look like?' }]);
  const [text, setText] = useState('A lighthouse in fog, linocut');
  const image = useImageGeneration({ via: 'task' });
  const say = (message: Message) => setMessages((before) => [...before, message]);

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    say({ text });
    setText('');
  };
  const generate = async () => {
    say({ text });
    setText('');
    const pictures = await image.generate({ model: 'seedream-v5lite', prompt: text, size: '1024x1024' });
    say({ text: '', pictures });
    image.reset();
  };

  return (
    <div className="stack chat">
      <div role="log" aria-label="Conversation" className="stack">
        {messages.map((message, index) => (
          <div key={index} className="message">
            {message.text}
            {message.pictures && <AssetViewer assets={message.pictures} prompt={messages[index - 1]?.text} />}
          </div>
        ))}
      </div>
      {image.status !== 'idle' && image.status !== 'success' && <TaskProgress task={image} />}
      <form onSubmit={send} className="stack">
        <label className="field">
          Message
          <textarea value={text} onChange={({ target }) => setText(target.value)} />
        </label>
        <div className="row">
          <button type="submit" className="bs-button">
            Send
          </button>
          <button type="button" className="bs-button" onClick={() => void generate().catch(() => undefined)}>
            Draw it
          </button>
        </div>
      </form>
    </div>
  );
}
