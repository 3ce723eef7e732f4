import { useAssetSearch, useImageGeneration } from 'bytespike-react/react-query';
import { useState } from 'react';
import { Live } from '../support/Live.js';

const prompts = ['A car at dusk', 'A teapot on a table', 'A cat on a chair', '海边的灯塔'];

export default function AssetSearch() {
  const [query, setQuery] = useState('');
  const search = useAssetSearch(query);
  const image = useImageGeneration();
  const { results, basis, reranked, status, indexed, total, indexing, index } = search;
  const make = async () => {
    for (const prompt of prompts) await image.generate({ model: 'seedream-v5lite', prompt });
  };
  return (
    <Live data={{ ...search, results: results.map(({ request }) => request.prompt) }}>
      <div className="row">
        <button type="button" className="bs-button" disabled={image.status === 'pending'} onClick={() => void make().catch(() => undefined)}>
          Make four pictures
        </button>
        <button type="button" className="bs-button" disabled={indexing || indexed === total} onClick={() => void index()}>
          Embed {total - indexed} prompts
        </button>
        <input type="search" aria-label="Search" placeholder="automobile, feline, lighthouse…" value={query} onChange={({ target }) => setQuery(target.value)} />
      </div>
      <p role="status">
        {status === 'searching' ? 'Searching' : `By ${basis === 'text' ? 'words' : 'meaning'}${reranked ? ', put into order' : ''}`}
      </p>
      <ol className="list">
        {results.map(({ outTaskId, request }) => (
          <li key={outTaskId}>{request.prompt}</li>
        ))}
      </ol>
    </Live>
  );
}
