import type { ReactNode } from 'react';
import type { Place } from '../../../react/words/asset.js';
import { ActionButton } from '../../ActionButton.js';
import { useAssetWords } from '../words.js';

/** A button that is an icon: its words are its name, and its tooltip. */
export function ToolButton({ label, name = label, place, icon, onApproach, onPress }: ToolButtonProps): ReactNode {
  const { asset: words } = useAssetWords().messages;
  return (
    <ActionButton
      className="bs-button bs-bare"
      label={icon}
      name={words.action(name, place)}
      title={label}
      onPointerEnter={onApproach}
      onFocus={onApproach}
      onPress={onPress}
    />
  );
}

interface ToolButtonProps {
  label: string;
  /** @default label */
  name?: string | undefined;
  /** Which one of several it is for. */
  place?: Place | undefined;
  icon: ReactNode;
  /** Somebody is about to press it: the moment to load what that needs. */
  onApproach?: (() => void) | undefined;
  onPress: (button: HTMLButtonElement | null) => unknown;
}
