import { catalog } from 'bytespike-react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Editor, openEditor } from '../../support/editor/language-server.js';

const HEAD = `import { createClient, type ImageGenerationResult, type VideoTaskResult } from 'bytespike-react';
const client = createClient({ baseUrl: '/' });
declare const video: VideoTaskResult;
declare const image: ImageGenerationResult;
`;
const ids = (...kinds: string[]) => catalog.models.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id).sort();

// It reads the whole library first.
describe('what an editor offers for a model', () => {
  let editor: Editor;
  beforeAll(async () => {
    editor = await openEditor();
  });
  afterAll(() => editor.close());

  it.each([
    ['a clip', "void video.generate({ model: '|', prompt: '' });", ids('video')],
    ['an image', "void image.generate({ model: '|', prompt: '' });", ids('image')],
    ['an image of the client', "void client.images.generate({ model: '|', prompt: '' });", ids('image')],
    ['a task', "void client.tasks.submit({ model: '|', prompt: '' });", ids('image', 'video')],
  ])('is every id of its kind: %s', async (_, call, expected) => {
    // What stands there already is offered as well: nothing.
    expect((await editor.completionsAt(HEAD + call)).filter((id) => id !== '').sort()).toEqual(expected);
  });

  it('is, of a client, what an app may use and nothing else', async () => {
    const offered = ['balance', 'baseUrl', 'images', 'models', 'offers', 'preload', 'pricing', 'signOut', 'tasks', 'upload', 'usage'];
    expect([...(await editor.completionsAt(`${HEAD}void client.|`))].sort()).toEqual(offered);
  });

  it('is, for a setting, what the model takes', async () => {
    expect(await editor.completionsAt(`${HEAD}void image.generate({ model: 'gpt-image-2', prompt: '', quality: '|' });`)).toContain('high');
  });
});

describe('what an editor says of a hook that is made for its flavour', () => {
  let editor: Editor;
  beforeAll(async () => {
    editor = await openEditor();
  });
  afterAll(() => editor.close());

  const cases = [
    ['useVideoTask', "{ persist: 'hero' }", 'options?: VideoRunOptions', 'VideoTaskResult', 'One video task: generate, follow, cancel'],
    ['useImageGeneration', "{ persist: 'hero' }", 'options?: ImageRunOptions', 'ImageGenerationResult', 'One image generation at a time'],
    ['useImageEdit', '{ keepRuns: 2 }', "options?: Pick<ImageRunOptions, 'keepRuns'>", 'ImageEditResult', 'One edit at a time'],
    ['useModelRecommendation', "{ kind: 'image', prompt: '' }", 'brief: RecommendationBrief', 'ModelRecommendationResult', 'Which model for a brief'],
    ['useCostEstimate', "{ model: 'veo-3.1-fast', prompt: '' }", 'request: GenerationRequest', 'CostEstimateResult', 'What sending exactly this costs'],
  ] as const;
  it.each(['react-query', 'swr'].flatMap((flavour) => cases.map((each) => [flavour, ...each] as const)))('of %s: %s', async (flavour, hook, given, takes, returns, words) => {
    const said = (await editor.saidAt(`import { ${hook} } from 'bytespike-react/${flavour}';\nvoid use|${hook.slice(3)}(${given});`)).replaceAll('\n', ' ');
    expect(said).toContain(`(${takes})`);
    expect(said).toContain(returns);
    expect(said).toContain(words);
    expect(said).toContain('*@example*');
  });
});
