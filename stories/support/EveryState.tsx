import { DocsContext, Story } from '@storybook/addon-docs/blocks';
import type { ModuleExport, ModuleExports } from 'storybook/internal/types';
import { type ReactNode, useContext } from 'react';
import { WhenNear } from './WhenNear.js';

/** Sheets, the one to play with, and journeys from the first state to the last are no states. */
const NO_STATE = ['default', 'Playground', 'EveryState', 'Narrow', 'Driven', 'DrivenWithSwr'];
/** Of the window of a story that does not say how high it is. */
const HEIGHT = '520px';

/** Every story of these files on one page, by the names that they have there. */
export function EveryState({ of }: { of: readonly ModuleExports[] }): ReactNode {
  return (
    <div className="bs-docs-sheet sb-unstyled">
      {of.flatMap((file, index) =>
        Object.entries(file)
          .filter(([name]) => !NO_STATE.includes(name) && !name.startsWith('__'))
          .map(([name, story]) => <State key={`${index} ${name}`} of={story} meta={file} />),
      )}
    </div>
  );
}

function State({ of, meta }: { of: ModuleExport; meta: ModuleExports }): ReactNode {
  const context = useContext(DocsContext);
  context.referenceMeta(meta, false);
  const { story } = context.resolveOf(of, ['story']);
  const height = story.parameters['docs']?.story?.height ?? HEIGHT;
  return (
    <section aria-labelledby={`state-${story.id}`}>
      <h2 id={`state-${story.id}`}>{story.name}</h2>
      {/* What covers the window, and what comes about by being played, is in a window of its own. */}
      {story.tags.includes('autodocs') ? (
        <Story of={of} meta={meta} />
      ) : (
        <WhenNear height={height}>
          <Story of={of} meta={meta} inline={false} height={height} />
        </WhenNear>
      )}
    </section>
  );
}
