'use client';

import { GenerateButton } from 'bytespike-react/react-query';
import 'bytespike-react/styles/base.css';
import 'bytespike-react/styles/generate-button.css';
import type { ComponentProps } from 'react';

/** Loaded together with the dialog: its own, and that of the editor which it may open. */
const loadStyles = () => Promise.all([import('bytespike-react/styles/generate-dialog.css'), import('bytespike-react/styles/mask-editor.css')]);

/** A button that opens the form in a dialog. */
export function Generate(props: Omit<ComponentProps<typeof GenerateButton>, 'loadStyles'>) {
  return <GenerateButton {...props} loadStyles={loadStyles} />;
}
