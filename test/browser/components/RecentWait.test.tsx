import { catalog, CostPreview, ModelPicker, PromptForm, typicalSeconds } from 'bytespike-react';
import { expect, it } from 'vitest';
import { listModels } from '../../../src/core/catalog/models.js';
import { clip, costOf } from '../../../stories/cost-preview/previews.js';
import { show } from './support.js';

const seen = { ...catalog, observed: () => ({ min: 81, max: 108 }) };
const list = { models: listModels(seen), catalog: seen };

it('a price says that its wait is that of the latest ones', () => {
  const { container } = show(<CostPreview cost={{ ...costOf(clip), expectedSeconds: typicalSeconds(clip, seen) }} />);
  expect(container.querySelector('.bs-cost-figures')!.textContent).toContain('Recent wait81–108 s');
});

it('a model says so beside its price', () => {
  const { container } = show(<ModelPicker kind="video" request={clip} value={clip.model} models={list} />);
  expect(container.querySelector('.bs-picker-figures')!.textContent).toContain('recently 81–108 s');
});

it('a form says so below the model', () => {
  const { container } = show(<PromptForm catalog={seen} defaultValue={{ kind: 'video', models: { video: clip.model }, durationSeconds: clip.durationSeconds }} onSubmit={() => {}} />);
  expect(container.textContent).toContain('Recently 81–108 s');
});
