// Everything that stands on TanStack Query.
export { GenerateButton } from './GenerateButton.js';
export { GenerationPanel } from './GenerationPanel.js';
export * from './hooks.js';
