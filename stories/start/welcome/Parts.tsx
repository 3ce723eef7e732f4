import { type Asset, AssetGallery, CompareAssets, ModelPicker, type TaskRecord } from 'bytespike-react';
import { useModelRecommendation, useModels } from 'bytespike-react/react-query';
import { type ReactNode, useState } from 'react';

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

/** Three of the components, each with something in it. */
export function Parts({ pictures, tasks }: { pictures: readonly Asset[]; tasks: readonly TaskRecord[] }): ReactNode {
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
