import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import { type PropsWithChildren, type ReactNode, useLayoutEffect } from 'react';
import { lookOf } from '../look.js';
import { useGlobals } from './globals.js';
import { CopyPage } from './CopyPage.js';
import './docs.css';

/** A page of docs in the theme of the toolbar, with the custom properties of the library. */
export function Container({ context, children }: PropsWithChildren<DocsContainerProps>): ReactNode {
  const theme = themeOf(useGlobals(context.channel)['theme']);
  useLayoutEffect(() => {
    Object.assign(document.documentElement, { lang: 'en', dir: 'ltr' });
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return (
    <DocsContainer context={context} theme={lookOf(theme)}>
      <CopyPage />
      {children}
    </DocsContainer>
  );
}

function themeOf(theme: unknown): string {
  return theme === 'dark' || theme === 'high-contrast' ? theme : 'light';
}
