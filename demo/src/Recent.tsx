import type { Asset } from 'bytespike-react';
import type { Finished } from './finished.js';
import { usd } from './format.js';

/** What was made since the page was opened, newest first. */
export function Recent({ finished }: { finished: readonly Finished[] }) {
  if (finished.length === 0) return null;
  return (
    <section aria-labelledby="recent">
      <h2 id="recent">Recent</h2>
      <ul className="tiles">
        {finished.map((each) => (
          <li key={each.asset.url}>
            <Tile {...each} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tile({ prompt, model, asset, count, cost }: Finished) {
  return (
    <a className="tile" href={asset.url} target="_blank" rel="noreferrer">
      <Thumbnail asset={asset} />
      <p>{prompt}</p>
      <small>
        <span>{count > 1 ? `${model} × ${count}` : model}</span>
        <span>{cost !== undefined && usd(cost)}</span>
      </small>
    </a>
  );
}

/** The prompt is beside it, so its text alternative is empty. */
function Thumbnail({ asset }: { asset: Asset }) {
  if (asset.kind === 'image') return <img src={asset.url} alt="" loading="lazy" />;
  return <video src={asset.url} muted playsInline preload="metadata" aria-hidden="true" tabIndex={-1} />;
}
