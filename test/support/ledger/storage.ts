import type { RecordStorage } from '../../../src/core/records/task-store.js';
import { createMemoryStorage } from '../memory-storage.js';

/** Storage of one browser that may be denied, or be full. */
export interface BrowserStorage {
  entries: Map<string, string>;
  state: 'fine' | 'denied' | 'full';
  /** As one page has it; nothing is written once it is closed. */
  of(isOpen: () => boolean): RecordStorage;
}

export function createBrowserStorage(): BrowserStorage {
  const kept = createMemoryStorage();
  const storage: BrowserStorage = {
    entries: kept.entries,
    state: 'fine',
    of(isOpen) {
      const look = <T>(run: () => T): T => {
        if (storage.state === 'denied') throw new DOMException('Access is denied for this document.', 'SecurityError');
        return run();
      };
      const change = (key: string, run: () => void) => {
        if (!isOpen()) return;
        look(run);
        // Pages of this browser hear of it, as other tabs do.
        queueMicrotask(() => globalThis.dispatchEvent(new StorageEvent('storage', { key })));
      };
      return {
        getItem: (key) => look(() => kept.getItem(key)),
        key: (index) => look(() => kept.key(index)),
        get length() {
          return look(() => kept.length);
        },
        removeItem: (key) => change(key, () => kept.removeItem(key)),
        setItem(key, value) {
          if (isOpen() && storage.state === 'full') throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
          change(key, () => kept.setItem(key, value));
        },
      };
    },
  };
  return storage;
}

const DAMAGES: readonly ((text: string) => string)[] = [
  (text) => text.replace(/"cost":\{[^}]*\}/, '"cost":7'),
  (text) => text.replace(/"status":"\w+"/, '"status":"postprocessing"'),
  (text) => text.replace(/"request":\{[^}]*\}/, '"request":null'),
  (text) => text.replace(/"assets":\[/, '"assets":[null,'),
  (text) => text.replace(/"createdAt":\d+/, '"createdAt":"yesterday"'),
  (text) => text.replace(/"snapshot":\{/, '"snapshot":[],"was":{'),
  (text) => text.slice(0, Math.ceil(text.length * 0.6)),
];

/** Something that wrote there, or lost half: other releases, extensions, a machine that was switched off. */
export function damage({ entries }: BrowserStorage, random: () => number): string {
  const records = [...entries].filter(([name]) => /:(task|image):/.test(name));
  const [name, text] = records[Math.floor(random() * records.length)] ?? [];
  if (name === undefined || text === undefined) return 'nothing';
  const how = Math.floor(random() * DAMAGES.length);
  entries.set(name, DAMAGES[how]!(text));
  return `${name.split(':').slice(-2).join(':')} as ${how}`;
}
