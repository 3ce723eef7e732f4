// Everything that stands on SWR.
export { GenerateButton } from './GenerateButton.js';
export { GenerationPanel } from './GenerationPanel.js';
export * from './hooks.js';
