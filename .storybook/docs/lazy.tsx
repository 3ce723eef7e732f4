import type { DocsContainerProps } from '@storybook/addon-docs/blocks';
import { lazy, type PropsWithChildren, type ReactNode, Suspense } from 'react';

// The docs weigh more than the stories: who looks at a story, or tests one, does not load them.
const LoadedContainer = lazy(async () => ({ default: (await import('./Container.js')).Container }));
const LoadedPage = lazy(async () => ({ default: (await import('./Page.js')).Page }));

export function Container(props: PropsWithChildren<DocsContainerProps>): ReactNode {
  return (
    <Suspense>
      <LoadedContainer {...props} />
    </Suspense>
  );
}

export function Page(): ReactNode {
  return (
    <Suspense>
      <LoadedPage />
    </Suspense>
  );
}
