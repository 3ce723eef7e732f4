import { BytespikeProvider, type TaskRecord } from 'bytespike-react';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { priceOf } from '../../../src/components/asset-gallery/item.js';
import { useGalleryWords } from '../../../src/components/asset-gallery/words.js';
import { LastRun } from '../../../src/components/cost-preview/LastRun.js';
import type { Generation } from '../../../src/components/generation.js';
import { TaskProgress } from '../../../src/components/task-progress/TaskProgress.js';

/** What a page shows: each slot in the components that speak of its money, and the history. */
export interface Shown {
  slots: ReadonlyMap<string, Generation>;
  records: readonly TaskRecord[];
}

/** What can be read on it. */
export interface Read {
  slots: ReadonlyMap<string, { progress: string; cost: string }>;
  history: ReadonlyMap<string, string>;
}

export interface Screen {
  show(shown: Shown): Read;
  close(): void;
}

export function createScreen(): Screen {
  const container = document.body.appendChild(document.createElement('main'));
  const root = createRoot(container);
  const textOf = (selector: string, within: Element) => [...within.querySelectorAll(selector)].map(({ textContent }) => textContent).join(' ');
  return {
    show(shown) {
      flushSync(() => root.render(<Page {...shown} />));
      const sections = [...container.querySelectorAll<HTMLElement>('section')];
      return {
        slots: new Map(sections.map((section) => [section.dataset['slot']!, { progress: textOf('.bs-task-words', section), cost: billedIn(section) }])),
        history: new Map([...container.querySelectorAll('li')].map((line) => [line.dataset['key']!, line.textContent])),
      };
    },
    close() {
      root.unmount();
      container.remove();
    },
  };
}

/** The line of what was billed, without that of the estimate. */
function billedIn(section: Element): string {
  const label = [...section.querySelectorAll('.bs-cost-run dt')].find(({ textContent }) => textContent === 'Billed');
  return label?.nextElementSibling?.textContent ?? '';
}

function Page({ slots, records }: Shown): ReactNode {
  return (
    <BytespikeProvider locale="en">
      {[...slots].map(([name, task]) => (
        <section key={name} data-slot={name}>
          <TaskProgress task={task} />
          <LastRun task={task} price={undefined} />
        </section>
      ))}
      <ul>
        {records.map((record) => (
          <Line key={record.outTaskId} record={record} />
        ))}
      </ul>
    </BytespikeProvider>
  );
}

function Line({ record }: { record: TaskRecord }): ReactNode {
  const words = useGalleryWords();
  return <li data-key={record.outTaskId}>{priceOf(record, words)}</li>;
}
