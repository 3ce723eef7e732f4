import type { ReactNode } from 'react';
import type { Asset } from '../../core/outcome/asset.js';
import type { GenerationRequest } from '../../core/catalog/requests.js';
import { formatPlain } from '../../react/format.js';
import { AssetViewer } from '../asset-viewer/AssetViewer.js';
import type { ReuseHandlers } from '../asset-viewer/tools/subject.js';
import { type Generation, generationKind, isImage } from '../generation.js';
import { TaskProgress } from '../task-progress/TaskProgress.js';
import { useGenerateWords } from './words.js';

/** One generation: its result or the place for it, how it goes, and what to do with it. */
export function Result({ generation, reuse, aspectRatio, onRetry, onEdit, onAsset }: ResultProps): ReactNode {
  const assets = isImage(generation) ? generation.images : generation.assets;
  return (
    <div className="bs-card">
      <AssetViewer
        assets={assets}
        task={generation}
        aspectRatio={generation.request === undefined ? aspectRatio : undefined}
        kind={generationKind(generation)}
        reuse={reuse}
        onEdit={onEdit}
      />
      <TaskProgress task={generation} onRetry={onRetry} />
      {onAsset !== undefined && assets.length > 0 && <Uses assets={assets} onAsset={onAsset} />}
    </div>
  );
}

interface ResultProps {
  generation: Generation;
  reuse: ReuseHandlers;
  /** The shape of what would be made, while nothing is. */
  aspectRatio: string | undefined;
  onRetry: () => unknown;
  /** Puts a request into the form, to change it. */
  onEdit: (request: GenerationRequest) => unknown;
  onAsset: ((asset: Asset) => unknown) | undefined;
}

function Uses({ assets, onAsset }: { assets: readonly Asset[]; onAsset: (asset: Asset) => unknown }): ReactNode {
  const { locale, messages } = useGenerateWords();
  const figure = (value: number) => formatPlain(value, locale);
  return (
    <div className="bs-generation-uses">
      {assets.map((asset, index) => (
        // By place: a renewed address is the same picture.
        <button key={index} type="button" className="bs-button bs-generation-use" onClick={() => onAsset(asset)}>
          {assets.length === 1 ? messages.generate.choose : messages.generate.chooseOne(figure(index + 1), figure(assets.length))}
        </button>
      ))}
    </div>
  );
}
