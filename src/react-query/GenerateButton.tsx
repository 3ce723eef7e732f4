'use client';

import { createGenerateButton } from '../components/generate/create-button.js';

/**
 * A button that opens {@link GenerationPanel} in a dialog, and hands the chosen result to the app.
 * Closed while it works, it works on, and the button says how it goes.
 *
 * @example
 * import { GenerateButton } from 'bytespike-react/react-query';
 * <GenerateButton persist="cover" onAsset={(asset) => setCover(asset.url)} />
 */
export const GenerateButton = createGenerateButton(async () => (await import('./GenerationPanel.js')).GenerationPanel);
