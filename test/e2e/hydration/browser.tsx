import { hydrateRoot } from 'react-dom/client';
import { pages } from './parts.js';

const told = globalThis as typeof globalThis & { complaints: string[]; begin?: () => void };
told.complaints = [];

const asked = new URLSearchParams(location.search);
// On a slow line people are there before the page is.
if (asked.has('late')) await new Promise<void>((resolve) => (told.begin = resolve));

const locale = asked.get('locale') ?? undefined;
for (const [name, page] of Object.entries(pages(locale))) {
  const place = document.querySelector(`[data-part="${name}"]`)!;
  hydrateRoot(place, page, { onRecoverableError: (error) => told.complaints.push(`${name}: ${error instanceof Error ? error.message : String(error)}`) });
}
// React hydrates while nothing else is to be done; what it waits for comes over the network.
const idle = () => new Promise((resolve) => requestIdleCallback(resolve));
for (let times = 0; times < 3; times += 1) await idle();
document.body.dataset['done'] = '';
