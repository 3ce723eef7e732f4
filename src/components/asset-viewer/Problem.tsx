import type { ReactNode } from 'react';
import { ActionButton } from '../ActionButton.js';
import type { ShownAsset } from './use-shown-asset.js';
import { useAssetWords } from './words.js';

/** Why there is no picture, in its place. */
export function Problem({ shown }: { shown: ShownAsset }): ReactNode {
  const { asset: words } = useAssetWords().messages;
  if (shown.problem === undefined) return null;
  return (
    <div className="bs-frame-words">
      <strong className="bs-headline">{shown.problem.title}</strong>
      <span>{shown.problem.text}</span>
      {shown.state === 'broken' && <ActionButton label={words.reload} onPress={shown.load.reload} />}
    </div>
  );
}
