import { catalog } from 'bytespike-react';
import { afterEach, expect, it, vi } from 'vitest';
import { obstacleText } from '../../../src/components/model-picker/reason-text.js';
import { listModels } from '../../../src/core/catalog/models.js';
import { englishFigures } from '../../../src/react/words/figures.js';
import { englishModels } from '../../../src/react/words/models.js';

const models = listModels(catalog);
const entry = models.find(({ id }) => id === 'veo-3.1-fast')!;
const recommendation = { reasons: [], excluded: [{ model: entry.id, code: 'resolution' as const, limit: ['720p', '1080p'], message: '' }] };
const offer = { models, catalog, recommendation, request: undefined };
const told = () => obstacleText(entry, offer, { locale: 'en', messages: { models: englishModels, figures: englishFigures } });

afterEach(() => vi.unstubAllGlobals());

it('lists what a model takes, also where the platform has no lists', () => {
  expect(told()).toContain('720p or 1080p');
  vi.stubGlobal('Intl', { ...Object.fromEntries(Object.getOwnPropertyNames(Intl).map((name) => [name, Reflect.get(Intl, name) as unknown])), ListFormat: undefined });
  expect(told()).toContain('720p / 1080p');
});
