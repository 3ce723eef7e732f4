import { describe, expect, it } from 'vitest';
import { isSource, sameNames, trackedFiles } from '../../scripts/names.mjs';

// `npm run build` asks the same of dist and of what would be published.

it('no two files of the project have one name where case does not count', () => {
  const files = trackedFiles();
  expect(files).toContain('test/unit/names.test.ts');
  expect(sameNames(files, isSource)).toEqual([]);
});

describe('the same name', () => {
  it.each([
    ['a source in another case', ['src/Stages.tsx', 'src/stages.ts']],
    ['a source with another ending', ['src/stages.tsx', 'src/stages.ts']],
    ['its types in another case', ['src/Stages.d.mts', 'src/stages.d.ts']],
    ['what is no source, in another case', ['docs/Guide.md', 'docs/guide.md']],
  ])('is that of %s', (_, paths) => {
    expect(sameNames(paths, isSource)).toEqual([paths]);
  });

  it('is that of a folder in another case', () => {
    expect(sameNames(['src/Core/a.ts', 'src/core/b.ts'], isSource)).toEqual([['src/Core', 'src/core']]);
  });

  it('is not that of a style, of types beside their code, of a folder, or of what is built', () => {
    expect(sameNames(['a/Studio.tsx', 'a/studio.css', 'b/tool.mjs', 'b/tool.d.mts', 'c/draft.ts', 'c/draft/index.ts'], isSource)).toEqual([]);
    expect(sameNames(['dist/stages.js', 'dist/stages.d.ts'])).toEqual([]);
  });

  it('is found in what is built by case alone', () => {
    expect(sameNames(['dist/Stages.d.ts', 'dist/stages.d.ts'])).toEqual([['dist/Stages.d.ts', 'dist/stages.d.ts']]);
  });
});
