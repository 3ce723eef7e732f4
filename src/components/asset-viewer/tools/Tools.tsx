import { lazy, type ReactNode, type RefObject, Suspense } from 'react';
import { Icon, Lines } from '../icons.js';
import { useAssetWords } from '../words.js';
import { CopyImageButton } from './CopyImageButton.js';
import type { PathButtonProps, ToolsSubject } from './subject.js';
import { ToolButton } from './ToolButton.js';

/** Needed where an app goes on from results. Without it there are no such buttons. */
const Onwards = lazy(() => import('./Onwards.js').catch(() => ({ default: () => null })));

const PathButton = ({ path, ...button }: PathButtonProps): ReactNode => <ToolButton {...button} icon={<Lines path={path} />} />;

/** What can be done with a picture, over it: seen on hover and on focus, and always where nothing hovers. */
export function Tools({ ref, onEnlarge, onApproach, ...subject }: ToolsProps): ReactNode {
  const { asset, source, place, reuse, say } = subject;
  const { asset: words } = useAssetWords().messages;
  return (
    // All of them or none: one that joined the others later would move the edge of their group under the pointer.
    <Suspense>
      <div ref={ref} className="bs-tools" role="group" aria-label={words.actions(place)}>
        {Object.values(reuse).some(Boolean) && <Onwards {...subject} group={ref} Button={PathButton} />}
        {asset.kind === 'image' && <CopyImageButton source={source} place={place} say={say} />}
        {onEnlarge !== undefined && (
          <ToolButton label={words.enlarge} place={place} icon={<Icon name="enlarge" />} onApproach={onApproach} onPress={onEnlarge} />
        )}
      </div>
    </Suspense>
  );
}

interface ToolsProps extends ToolsSubject {
  ref: RefObject<HTMLDivElement | null>;
  /** The address that is shown. */
  source: string;
  /** `undefined` when there is nothing larger. */
  onEnlarge: ((opener: HTMLElement | null) => unknown) | undefined;
  /** Loads what `onEnlarge` needs. */
  onApproach: () => void;
}
