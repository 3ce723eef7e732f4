import { describe, expect, it } from 'vitest';
import { languageTag, regionOf } from '../../../src/react/region.js';

describe('a language as systems, servers and browsers write it', () => {
  it.each([
    ['de', 'de'],
    ['de_DE.UTF-8', 'de-DE'],
    ['de_AT@euro', 'de-AT'],
    ['zh_Hans_CN', 'zh-Hans-CN'],
    ['ZH-hant-tw', 'zh-Hant-TW'],
    ['de-CH, en;q=0.9, *;q=0.5', 'de-CH'],
    ['fr;q=0.8', 'fr'],
    ['C', 'en'],
    ['C.UTF-8', 'en'],
    ['POSIX', 'en'],
    ['en_US@currency=EUR', 'en-US'],
    ['ja-JP-mac', 'ja-JP'],
    ['de-', 'de'],
    ['*', undefined],
    ['', undefined],
    ['  ', undefined],
    ['undefined', undefined],
    ['xx', undefined],
    ['not a language', undefined],
    ['<script>', undefined],
    [undefined, undefined],
    ['de-AT-1996', 'de-AT-1996'],
    ['zh-Hans-CN-u-nu-hanidec', 'zh-Hans-CN-u-nu-hanidec'],
    ['i-klingon', undefined],
    ['i-klingon, xx, fr-CH;q=0.5', 'fr-CH'],
    ['*, ja;q=0.5', 'ja'],
    ['sr@latin', 'sr-Latn'],
    ['sr_RS.UTF-8@latin', 'sr-Latn-RS'],
    ['uz_UZ@cyrillic', 'uz-Cyrl-UZ'],
    ['en_US.UTF-8', 'en-US'],
    [['xx', 'pt-BR', 'en'], 'pt-BR'],
    [[], undefined],
  ])('%j is %j', (written, tag) => {
    expect(languageTag(written)).toBe(tag);
  });
});

it('is one language and one zone for everybody until a page is taken over, and then the person’s', () => {
  expect(regionOf(undefined, false)).toEqual({ locale: 'en', timeZone: 'UTC' });
  expect(regionOf('de', false)).toEqual({ locale: 'de', timeZone: 'UTC' });
  expect(regionOf('de', true)).toEqual({ locale: 'de', timeZone: undefined });
  expect(regionOf(undefined, true)).toEqual({ locale: undefined, timeZone: undefined });
});
