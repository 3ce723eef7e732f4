// @vitest-environment happy-dom
// What is there and refuses: at being looked at, at being made, at being called.
import { act, cleanup, render, screen } from '@testing-library/react';
import { type Asset, AssetGallery, AssetViewer, BytespikeProvider, catalog, PromptForm, TaskProgress } from 'bytespike-react';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { pageEnvironment } from '../../../src/core/base/environment.js';
import { listModels } from '../../../src/core/catalog/models.js';
import { obstacleText } from '../../../src/components/model-picker/reason-text.js';
import { english } from '../../../src/react/words/english.js';
import { idleVideo } from '../../../stories/fixtures.js';
import { history } from '../../../stories/asset-gallery/history.js';

const denied = () => {
  throw new DOMException('Access is denied in this context.', 'SecurityError');
};
class Refusing {
  constructor() {
    denied();
  }
}

/** Puts it there for one test. */
function define(owner: object, name: string, property: PropertyDescriptor): void {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, ...property });
  onTestFinished(() => {
    if (before === undefined) Reflect.deleteProperty(owner, name);
    else Object.defineProperty(owner, name, before);
  });
}

const film: Asset = { kind: 'video', url: 'https://cdn.example.com/a.mp4' };
const REFUSALS: [string, object, string, PropertyDescriptor][] = [
  ['matchMedia, when it is looked at', globalThis, 'matchMedia', { get: denied }],
  ['matchMedia, when it is called', globalThis, 'matchMedia', { value: denied }],
  ['ResizeObserver, when it is looked at', globalThis, 'ResizeObserver', { get: denied }],
  ['ResizeObserver, when one is made', globalThis, 'ResizeObserver', { value: Refusing }],
  ['ResizeObserver, being null', globalThis, 'ResizeObserver', { value: null }],
  ['CSS, when it is looked at', globalThis, 'CSS', { get: denied }],
  ['CSS.supports, when it is called', globalThis, 'CSS', { value: { supports: denied } }],
  ['scrollIntoView, when it is called', Element.prototype, 'scrollIntoView', { value: denied }],
];

describe('a platform that refuses', () => {
  afterEach(cleanup);

  it.each(REFUSALS)('%s, takes no component down', (_, owner, name, property) => {
    define(owner, name, property);
    render(
      <BytespikeProvider locale="en">
        <PromptForm defaultValue={{ kind: 'video', prompt: 'tide' }} />
        <AssetViewer assets={[film]} autoPlay />
        <AssetGallery tasks={history(9, [film])} />
        <TaskProgress task={idleVideo} />
      </BytespikeProvider>,
    );
    expect(screen.getAllByRole('gridcell')).toHaveLength(9);
    act(() => screen.getByRole('grid').focus());
    expect(screen.getByRole('textbox', { name: 'Prompt' })).toBeTruthy();
  });

  it.each([
    ['null', { value: null }],
    ['forbidden to look at', { get: denied }],
  ])('has no tabs where channels are %s', (_, property) => {
    define(navigator, 'locks', { value: { request: vi.fn<() => void>() } });
    expect(pageEnvironment().tabs).toBeDefined();
    define(globalThis, 'BroadcastChannel', property);
    expect(pageEnvironment().tabs).toBeUndefined();
  });

  it('is taken to be online where it does not say', () => {
    define(navigator, 'onLine', { get: denied });
    expect(pageEnvironment().isOnline()).toBe(true);
  });
});

it.each([
  ['there', {}, 'Only 720p or 1080p.'],
  ['absent', { value: undefined }, 'Only 720p, 1080p.'],
  ['refused', { value: Refusing }, 'Only 720p, 1080p.'],
])('options are named one after the other, with the words between them where lists of a language are %s', (_, property, said) => {
  if ('value' in property) define(Intl, 'ListFormat', property);
  const models = listModels(catalog);
  const excluded = [{ model: 'veo-3.1', code: 'resolution', limit: ['720p', '1080p'], message: '' }] as const;
  const entry = models.find(({ id }) => id === 'veo-3.1')!;
  expect(obstacleText(entry, { models, catalog, request: undefined, recommendation: { reasons: [], excluded } }, { locale: 'en', messages: english })).toBe(said);
});
