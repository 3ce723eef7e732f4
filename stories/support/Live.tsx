import type { ReactNode } from 'react';

/** What a hook returns right now, beside what is rendered from it. */
export function Live({ data, children }: { data: object; children: ReactNode }): ReactNode {
  return (
    <div className="live">
      <div className="live-result">{children}</div>
      <section className="live-data" aria-label="What the hook returns now">
        {/* It scrolls, so it can be reached. */}
        <pre tabIndex={0}>{Object.entries(data).map(([name, value]) => `${name}: ${shown(value)}`).join('\n')}</pre>
      </section>
    </div>
  );
}

function shown(value: unknown): string {
  if (typeof value === 'function') return 'ƒ';
  if (value instanceof Error) return shown(Object.fromEntries([...Object.entries(value), ['message', value.message]]));
  const text = JSON.stringify(value, (_key, part: unknown) => plain(part), 2) ?? 'undefined';
  return text.length > 1600 ? `${text.slice(0, 1600)}\n  …` : text;
}

/** What JSON has no word for, in words; long data is cut. */
function plain(value: unknown): unknown {
  if (typeof value === 'function') return 'ƒ';
  if (value instanceof File) return `File ${value.name}, ${value.size} bytes`;
  if (typeof value === 'string' && value.length > 120) return `${value.slice(0, 60)}…`;
  return value;
}
