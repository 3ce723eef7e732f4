import { PromptForm } from 'bytespike-react';
import { usePrompts } from 'bytespike-react/react-query';
import { useState } from 'react';
import { Live } from '../support/Live.js';

export default function Prompts() {
  const library = usePrompts();
  const [said, setSaid] = useState('');
  const { prompts, save, exportJson, importJson } = library;
  const bring = (file: File) => importJson(file).then(({ added, changed }) => setSaid(`${added} added, ${changed} changed`), (error: Error) => setSaid(error.message));
  const take = async () => {
    const address = URL.createObjectURL(new Blob([await exportJson()], { type: 'application/json' }));
    Object.assign(document.createElement('a'), { href: address, download: 'prompts.json' }).click();
    URL.revokeObjectURL(address);
  };
  return (
    <Live data={library}>
      <div className="row">
        <button type="button" className="bs-button" onClick={() => void save({ name: 'Tide', tags: ['sea'], draft: { kind: 'video', prompt: 'Tide coming in over black rocks', durationSeconds: 6 } })}>
          Save a prompt
        </button>
        <button type="button" className="bs-button" disabled={prompts.length === 0} onClick={() => void take()}>
          Export
        </button>
        <label className="field">
          Import
          <input type="file" accept="application/json" onChange={({ target }) => target.files?.[0] && void bring(target.files[0])} />
        </label>
      </div>
      <p>{said}</p>
      <PromptForm prompts={library} defaultValue={{ kind: 'image', prompt: 'A lighthouse in fog' }} />
    </Live>
  );
}
