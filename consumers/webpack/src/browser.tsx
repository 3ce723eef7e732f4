import { hydrateRoot } from 'react-dom/client';
import Page from './Page.tsx';

const root = document.getElementById('root')!;
hydrateRoot(root, <Page userId={root.dataset.user} />);
