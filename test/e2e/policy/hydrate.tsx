import 'bytespike-react/styles.css';
import { hydrateRoot } from 'react-dom/client';
import { everyPart, themedPart } from './parts.js';

for (const [name, part] of Object.entries({ ...everyPart(), ...themedPart() })) {
  const place = document.querySelector(`[data-part="${name}"]`);
  if (place !== null) hydrateRoot(place, part);
}
// React hydrates while nothing else is to be done; what it waits for comes over the network.
const idle = () => new Promise((resolve) => requestIdleCallback(resolve));
for (let times = 0; times < 3; times += 1) await idle();
document.body.dataset['done'] = '';
