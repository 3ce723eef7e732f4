import { type Asset, AssetGallery, CompareAssets, CostPreview, type ImageRequest, ModelPicker, type TaskRecord } from 'bytespike-react';
import { useCostEstimate, useModelRecommendation, useModels } from 'bytespike-react/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { history, results } from '../../asset-gallery/history.js';
import { picture } from '../../generated.js';

/** Leads out of the frame that a story is in. */
export const toDocs = (id: string): string => `./?path=/docs/${id}--docs`;

interface PartProps {
  id: string;
  title: string;
  about: string;
  /** Over the whole width, below the others. */
  isWide?: boolean;
  children: ReactNode;
}

function Part({ id, title, about, isWide = false, children }: PartProps): ReactNode {
  return (
    <section className="welcome-part bs-card" data-wide={isWide ? '' : undefined}>
      <div>
        <h3>
          <a href={toDocs(id)} target="_top">
            {title}
          </a>
        </h3>
        <p>{about}</p>
      </div>
      {children}
    </section>
  );
}

const by = (hour: string) => picture({ model: 'gpt-image-2', prompt: `A lighthouse on a cliff at ${hour}`, size: '1536x1024' });

interface Made {
  both: readonly Asset[];
  tasks: readonly TaskRecord[];
}

/** What is in them, drawn here: it takes longer than the whole page, which is there before. */
function useMade(): Made {
  const [made, setMade] = useState<Made>({ both: [], tasks: [] });
  useEffect(() => {
    let isLeft = false;
    const drawn = Promise.all([by('noon'), by('night'), results()]);
    void drawn.then(([first, second, assets]) => isLeft || setMade({ both: [...first, ...second], tasks: history(assets.length, assets) }));
    return () => {
      isLeft = true;
    };
  }, []);
  return made;
}

function Price({ request }: { request: ImageRequest }): ReactNode {
  const cost = useCostEstimate(request);
  return (
    <div>
      <CostPreview cost={cost} />
    </div>
  );
}

/** Left to the recommendation, with what that comes to. */
function Chosen(): ReactNode {
  const [prompt, setPrompt] = useState('A neon sign that says "OPEN LATE"');
  const models = useModels();
  const recommendation = useModelRecommendation({ kind: 'image', prompt });
  const { model, params } = recommendation;
  return (
    <>
      <label className="field">
        Prompt
        <textarea value={prompt} rows={2} onChange={({ target }) => setPrompt(target.value)} />
      </label>
      <ModelPicker kind="image" models={models} recommendation={recommendation} />
      {model !== undefined && <Price request={{ model, prompt, ...params }} />}
    </>
  );
}

/** Some of the components, each with something in it. */
export function Parts(): ReactNode {
  const { both, tasks } = useMade();
  const [first, second] = both;
  return (
    <div className="welcome-parts">
      <Part id="components-modelpicker" title="ModelPicker" about="Eighteen models, the price and the wait of each, and the one that fits what is asked for, with the reasons.">
        <Chosen />
      </Part>
      <Part id="components-compareassets" title="CompareAssets" about="Two results under one slider, or two clips as one.">
        {first !== undefined && second !== undefined && <CompareAssets first={{ asset: first }} second={{ asset: second }} defaultMode="slider" />}
      </Part>
      <Part id="components-assetgallery" title="AssetGallery" about="All that was made on this device, ten thousand of them if need be; by keyboard, too." isWide>
        <AssetGallery tasks={tasks} filters={false} tileSize={150} label="Made before" />
      </Part>
    </div>
  );
}
