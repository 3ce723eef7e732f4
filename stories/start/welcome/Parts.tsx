import { type Asset, AssetGallery, CompareAssets, ModelPicker, type TaskRecord } from 'bytespike-react';
import { useModelRecommendation, useModels } from 'bytespike-react/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { history, results } from '../../asset-gallery/history.js';

/** Leads out of the frame that a story is in. */
export const toDocs = (id: string): string => `./?path=/docs/${id}--docs`;

function Part({ id, title, about, children }: { id: string; title: string; about: string; children: ReactNode }): ReactNode {
  return (
    <section className="welcome-part">
      <div className="bs-card">{children}</div>
      <h3>
        <a href={toDocs(id)} target="_top">
          {title}
        </a>
      </h3>
      <p>{about}</p>
    </section>
  );
}

/** What is in them, drawn here: it takes longer than the whole page, which is there before. */
function useMade(): { pictures: readonly Asset[]; tasks: readonly TaskRecord[] } {
  const [made, setMade] = useState<readonly Asset[]>([]);
  useEffect(() => {
    let isLeft = false;
    void results().then((assets) => isLeft || setMade(assets));
    return () => {
      isLeft = true;
    };
  }, []);
  return useMemo(() => ({ pictures: made.filter(({ kind }) => kind === 'image'), tasks: made.length === 0 ? [] : history(12, made) }), [made]);
}

/** Three of the components, each with something in it. */
export function Parts(): ReactNode {
  const { pictures, tasks } = useMade();
  const [prompt, setPrompt] = useState('A neon sign that says "OPEN LATE"');
  const models = useModels();
  const recommendation = useModelRecommendation({ kind: 'image', prompt });
  const [first, second] = pictures;
  return (
    <div className="welcome-parts">
      <Part id="components-modelpicker" title="ModelPicker" about="Eighteen models, the price and the wait of each, and the one that fits what is asked for, with the reasons.">
        <label className="field">
          Prompt
          <textarea value={prompt} rows={2} onChange={({ target }) => setPrompt(target.value)} />
        </label>
        <ModelPicker kind="image" models={models} recommendation={recommendation} />
      </Part>
      <Part id="components-compareassets" title="CompareAssets" about="Two results under one slider, or two clips as one.">
        {first !== undefined && second !== undefined && <CompareAssets first={{ asset: first }} second={{ asset: second }} defaultMode="slider" />}
      </Part>
      <Part id="components-assetgallery" title="AssetGallery" about="All that was made on this device, ten thousand of them if need be; by keyboard, too.">
        <AssetGallery tasks={tasks} filters={false} tileSize={104} label="Made before" />
      </Part>
    </div>
  );
}
