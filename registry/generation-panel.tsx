'use client';

import { GenerationPanel } from 'bytespike-react/react-query';
import 'bytespike-react/styles/base.css';
import 'bytespike-react/styles/generation-panel.css';
import 'bytespike-react/styles/mask-editor.css';

/** From the prompt to the asset; what is under way is there again after a reload. */
export function Panel({ persist = 'studio' }: { persist?: string }) {
  return <GenerationPanel persist={persist} />;
}
