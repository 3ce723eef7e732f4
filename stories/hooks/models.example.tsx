import { useModels } from 'bytespike-react/react-query';
import { Live } from '../support/Live.js';

export default function Models() {
  const { models, source, asOf, status, refresh } = useModels();
  return (
    <Live data={{ source, asOf, status, refresh, models }}>
      <div className="row">
        <button type="button" className="bs-button" onClick={() => void refresh()}>
          Ask again
        </button>
        {models.length} models, {source === 'live' ? 'as the key reaches them' : 'from the built-in catalog'}
      </div>
      <ul className="list">
        {models.map(({ id, name, kind, vendor, reachable }) => (
          <li key={id}>
            {name} ({kind}, {vendor}){reachable ? '' : ': not with this key'}
          </li>
        ))}
      </ul>
    </Live>
  );
}
