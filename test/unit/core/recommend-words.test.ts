// A page has the words of those languages that its prompt is written in, and no others: it recommends the same.
import { catalog, recommendModel } from 'bytespike-react';
import { expect, it } from 'vitest';
import { pageEnvironment } from '../../../src/core/base/environment.js';
import { createPart } from '../../../src/core/base/part.js';
import { recommendingIn } from '../../../src/core/recommend/by-language.js';
import { recommendBy } from '../../../src/core/recommend/rules.js';
import { scriptsIn } from '../../../src/core/recommend/script.js';
import { fc } from '../../support/chance.js';

const rules = () => createPart(pageEnvironment(), async () => recommendBy);
const PIECES = ['a neon sign', 'says', '"OPEN"', '“营业”', '「営業中」', '홀로그램', '写着', '人群', 'ロゴ', '看板', '포스터', '글자', 'studio', 'softbox', 'x', 'ab', ' ', ', ', "'", '"', 'no ', '不要', '7'];
const prompts = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 })), { maxLength: 9 }).map((pieces) => pieces.join(''));

it('is the same as with the words of every language', async () => {
  await fc.assert(
    fc.asyncProperty(prompts, fc.constantFrom('image', 'video'), async (prompt, kind) => {
      const recommend = await recommendingIn(scriptsIn(prompt), rules()).load();
      expect(recommend({ kind, prompt }, catalog)).toEqual(recommendModel({ kind, prompt }));
    }),
    { numRuns: 400 },
  );
});

it('begins with the script that a letter is of, which is no word yet', () => {
  expect(scriptsIn('a')).toEqual([]);
  expect(scriptsIn('a', /[a-z]/i)).toEqual(['latin']);
  expect(scriptsIn('A 看板 ロゴ 포스터 sign')).toEqual(['latin', 'zh', 'ja', 'ko']);
});

it('is there once the rules and all of the words are', async () => {
  const part = rules();
  const none = recommendingIn([], part);
  expect(none.current()).toBeUndefined();
  await none.load();
  expect(none.current()?.({ kind: 'image', prompt: '' }, catalog).model).toBe('gpt-image-2');
});
