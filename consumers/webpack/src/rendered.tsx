import { renderToString } from 'react-dom/server';
import Page from './Page.tsx';

/** The page of this user, or of nobody, as HTML. */
export const render = (userId: string | undefined): string => renderToString(<Page userId={userId} />);
