import { type MouseEvent, type ReactNode, useState } from 'react';

const SAID = { idle: 'Copy as Markdown', copied: 'Copied', refused: 'The browser refused the clipboard' } as const;

/** Puts the page on the clipboard as text, for whoever writes code with an assistant. */
export function CopyPage(): ReactNode {
  const [state, setState] = useState<keyof typeof SAID>('idle');
  const copy = async ({ currentTarget }: MouseEvent) => {
    const page = currentTarget.closest('.sbdocs-content');
    const { markdownOf } = await import('./markdown.js');
    await navigator.clipboard.writeText(page === null ? '' : markdownOf(page));
  };
  return (
    <div className="bs-docs-copy">
      <button type="button" className="bs-button" onClick={(event) => void copy(event).then(() => setState('copied'), () => setState('refused'))}>
        {SAID[state]}
      </button>
      {/* What a button is called is read out when it is reached, and not when it changes. */}
      <span role="status" className="bs-hidden">
        {state === 'idle' ? '' : SAID[state]}
      </span>
    </div>
  );
}
