import { catalog } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import { betterLanguage, imageIssue, promptIssue, REFERENCE_BYTES, requestIssue, wholeIssue } from '../../../src/core/draft/index.js';

describe('a prompt', () => {
  it.each([
    ['', undefined, { code: 'empty' }],
    [' \n', undefined, { code: 'empty' }],
    ['tide', undefined, undefined],
    ['tide', 3, { code: 'too_long', length: 4, limit: 3 }],
    ['x'.repeat(32_001), undefined, { code: 'too_long', length: 32_001, limit: 32_000 }],
  ])('%j with a limit of %s', (prompt, limit, issue) => {
    const { code, length, limit: told } = { ...promptIssue(prompt, limit) } as Record<string, unknown>;
    expect({ code, length, limit: told }).toEqual({ code: undefined, length: undefined, limit: undefined, ...issue });
  });
});

describe('a number', () => {
  it.each([
    ['', true],
    ['5', true],
    [' 5 ', true],
    ['0', false],
    ['11', false],
    ['1.5', false],
    ['-3', false],
    ['1e1', false],
    ['five', false],
  ])('%j is taken from 1 to 10: %s', (text, taken) => {
    expect(wholeIssue('n', text, { min: 1, max: 10 }) === undefined).toBe(taken);
  });
});

describe('a reference image', () => {
  const file = (type: string, size = 1) => new Blob([new Uint8Array(size)], { type });
  const [edit, frame] = [{ file: true, address: false }, { file: false, address: true }];
  const page = 'http://localhost:5173/studio';
  it.each([
    ['a PNG', file('image/png'), edit, false, undefined],
    ['a PDF', file('application/pdf'), edit, false, 'type'],
    ['an SVG, which may hold scripts', file('image/svg+xml'), edit, false, 'type'],
    ['more than is let through', file('image/png', REFERENCE_BYTES + 1), edit, false, 'too_large'],
    ['a file with nowhere to put it', file('image/png'), frame, false, 'no_upload'],
    ['a file that can be put somewhere', file('image/png'), frame, true, undefined],
    ['an address', 'https://example.com/a.png', frame, false, undefined],
    ['half an address', 'https://', frame, false, 'address'],
    ['an address that is open to all', 'http://example.com/a.png', frame, false, 'address'],
    ['an address of this page', 'blob:https://example.com/1', frame, false, 'address'],
    ['an address of this page, of what can be put somewhere', 'blob:https://example.com/1', frame, true, undefined],
    ['an address of this page, where a file is sent', 'blob:https://example.com/1', edit, false, undefined],
    ['an address of the own server, in development', 'http://localhost:8787/a.png', edit, false, undefined],
    ['bytes as an address', 'data:image/png;base64,iVBORw0KGgo=', edit, false, undefined],
    ['a drawing as an address, which may hold scripts', 'data:image/svg+xml,<svg/>', edit, false, 'address'],
    ['an address that is open to all, where a file is sent', 'http://example.com/a.png', edit, false, 'address'],
    ['a script', 'javascript:alert(1)', edit, true, 'address'],
  ] as const)('%s', (_name, image, takes, canUpload, code) => {
    expect(imageIssue(image, takes, { canUpload, page })?.code).toBe(code);
  });

  it('is measured by the limit of the app', () => {
    expect(imageIssue(file('image/png', 3), edit, { canUpload: false, limit: 2 })).toEqual({ field: 'image', code: 'too_large', bytes: 3, limit: 2 });
  });
});

describe('a finished request', () => {
  it('is refused by the rules of every request, at the field of the form', () => {
    expect(requestIssue({ model: 'sora-2', prompt: 'tide' })).toBeUndefined();
    expect(requestIssue({ model: 'sora-2', prompt: 'tide', durationSeconds: 99 })).toMatchObject({ field: 'durationSeconds', code: 'refused' });
    expect(requestIssue({ model: 'gpt-image-2', prompt: 'tide', imageUrl: 'x' })).toBeUndefined();
    expect(requestIssue({ model: 'sora-2', prompt: 'x'.repeat(1024 * 1024) })).toMatchObject({ field: undefined, code: 'refused' });
    expect(requestIssue({ model: 'gpt-4o-image', prompt: 'tide', image: `data:image/png;base64,${'A'.repeat(2 * 1024 * 1024)}` })).toBeUndefined();
  });
});

describe('the language of a prompt', () => {
  const english = catalog.models.find(({ promptLanguage }) => promptLanguage === 'english')!;
  const native = catalog.models.find(({ promptLanguage }) => promptLanguage === 'cjk-native')!;
  it.each([
    ['tide over black rocks', undefined, undefined],
    ['国潮风格的月饼礼盒包装插画', 'english', undefined],
    ['夕暮れの海、静かな波', 'english', undefined],
    ['검은 바위 위로 밀려오는 파도', 'english', undefined],
    ['A 月 sign over a bar', undefined, undefined],
    ['Волна на чёрных камнях', 'english', 'cjk-native'],
    ['موجة فوق الصخور السوداء', 'english', 'cjk-native'],
    ['да', undefined, undefined],
    ['', undefined, undefined],
    ['Größe über alles, schöne Füße', undefined, undefined],
  ] as const)('%j', (prompt, forEnglish, forNative) => {
    expect(betterLanguage(prompt, english)).toBe(forEnglish);
    expect(betterLanguage(prompt, native)).toBe(forNative);
  });
});
