import { BytespikeProvider, type MessageOverrides } from 'bytespike-react';
import { type CSSProperties, type ReactNode, useLayoutEffect } from 'react';
import { applyMotion } from './motion.js';

/** The themes that "all at once" shows, and the colour scheme that each stands on. */
const themes = [
  { name: 'Light', theme: 'light', scheme: 'light' },
  { name: 'Dark', theme: 'dark', scheme: 'dark' },
  { name: 'High contrast', theme: 'high-contrast', scheme: 'light' },
  { name: 'High contrast, dark', theme: 'high-contrast', scheme: 'dark' },
] as const;

/** What the toolbar says of how things look. */
export interface Appearance {
  theme: string;
  locale: string;
  direction: string;
  density: string;
  motion: string;
}

/** A story in the theme, language, direction and density of the toolbar; in every theme at once if it says so. */
export function Frame({ appearance, messages, inDocs, children }: FrameProps): ReactNode {
  const { theme, locale, density, motion } = appearance;
  const dir = directionOf(appearance);
  useLayoutEffect(() => applyMotion(isMotion(motion) ? motion : 'system'), [motion]);
  usePage({ theme: theme === 'all' ? 'light' : theme, density, ...(inDocs ? {} : { lang: locale, dir }) });

  const local = { lang: locale, dir, 'data-density': density };
  // A document has one main part, and a page of docs holds many stories.
  const Part = inDocs ? 'div' : 'main';
  return (
    <BytespikeProvider locale={locale} {...(messages === undefined ? {} : { messages })}>
      {theme === 'all' ? (
        <Part className="themes" {...local}>
          {themes.map(({ name, theme: each, scheme }) => (
            <section key={name} aria-label={name} className="page themed" data-theme={each} style={{ colorScheme: scheme } satisfies CSSProperties}>
              <h2>{name}</h2>
              <BytespikeProvider appearance={{ theme: each }}>{children}</BytespikeProvider>
            </section>
          ))}
        </Part>
      ) : (
        <Part className="page" {...local}>
          {children}
        </Part>
      )}
    </BytespikeProvider>
  );
}

export interface FrameProps {
  appearance: Appearance;
  messages: MessageOverrides | undefined;
  /** Several stories are on the page, and the page's language is that of the docs. */
  inDocs: boolean;
  children: ReactNode;
}

/** What popups inherit, which are not within the story's own element. */
function usePage({ theme, density, lang, dir }: { theme: string; density: string; lang?: string; dir?: string }): void {
  useLayoutEffect(() => {
    const page = document.documentElement;
    Object.assign(page.dataset, { theme, density });
    if (lang !== undefined) page.lang = lang;
    if (dir !== undefined) page.dir = dir;
  }, [theme, density, lang, dir]);
}

function directionOf({ direction, locale }: Appearance): 'ltr' | 'rtl' {
  if (direction === 'ltr' || direction === 'rtl') return direction;
  return locale === 'ar' ? 'rtl' : 'ltr';
}

function isMotion(motion: string): motion is 'system' | 'full' | 'reduced' {
  return motion === 'system' || motion === 'full' || motion === 'reduced';
}
