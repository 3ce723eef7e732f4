import '@fontsource-variable/inter/wght.css';
import 'bytespike-react/styles.css';
import './studio.css';
import './theme-switch.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { BytespikeProvider } from 'bytespike-react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { client } from './client.js';
import { Studio } from './Studio.js';

const queries = new QueryClient();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has lost its #root.');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <BytespikeProvider client={client} locale="en">
        <Studio />
      </BytespikeProvider>
    </QueryClientProvider>
  </StrictMode>,
);
