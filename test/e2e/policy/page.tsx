// Every component on a page of its own, on the simulated gateway within it.
import 'bytespike-react/styles.css';
import { AssetGallery } from 'bytespike-react';
import { GenerateButton, GenerationPanel, useTasks } from 'bytespike-react/react-query';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Simulation } from '../../../stories/support/Simulation.js';

function Page(): ReactNode {
  const { tasks } = useTasks();
  return (
    <main>
      <GenerateButton />
      <GenerationPanel />
      <AssetGallery tasks={tasks} />
    </main>
  );
}

createRoot(document.getElementById('root')!).render(
  <Simulation flavour="react-query" scenario="fast" speed={50}>
    <Page />
  </Simulation>,
);
