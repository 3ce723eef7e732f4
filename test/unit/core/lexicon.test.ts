import { describe, expect, it } from 'vitest';
import { find, type Lexicon, type Topic } from '../../../src/core/recommend/lexicon.js';
import { english } from '../../../src/core/recommend/words-en.js';
import { japanese } from '../../../src/core/recommend/words-ja.js';
import { korean } from '../../../src/core/recommend/words-ko.js';
import { chinese } from '../../../src/core/recommend/words-zh.js';

const lexicons = { english, japanese, korean, chinese };

type Weight = 1 | 2 | 3;
type Examples = Record<keyof typeof lexicons, string>;

/** One word of each list, in each language. */
const examples: [topic: Topic, weight: Weight, words: Examples][] = [
  ['lettering', 3, { english: 'lettering', japanese: '文字', korean: '글자', chinese: '写着' }],
  ['lettering', 2, { english: 'caption', japanese: '看板', korean: '간판', chinese: '招牌' }],
  ['lettering', 1, { english: 'poster', japanese: 'ポスター', korean: '포스터', chinese: '海报' }],
  ['people', 3, { english: 'crowd', japanese: '群衆', korean: '군중', chinese: '人群' }],
  ['people', 1, { english: 'people', japanese: '表情', korean: '표정', chinese: '表情' }],
  ['spatial', 3, { english: 'from left to right', japanese: '左上', korean: '왼쪽 위', chinese: '从左到右' }],
  ['spatial', 2, { english: 'left of', japanese: '左側', korean: '왼쪽', chinese: '左边' }],
  ['spatial', 1, { english: 'two', japanese: 'の上に', korean: '위에', chinese: '上方' }],
  ['studio', 3, { english: 'packshot', japanese: 'スタジオ照明', korean: '스튜디오 조명', chinese: '影棚' }],
  ['studio', 2, { english: 'key light', japanese: 'スタジオ', korean: '스튜디오', chinese: '布光' }],
  ['studio', 1, { english: 'transparent', japanese: '金属', korean: '유리', chinese: '金属' }],
  ['photo', 2, { english: 'lifelike', japanese: 'フォトリアル', korean: '실사', chinese: '写实' }],
  ['photo', 1, { english: 'texture', japanese: 'クローズアップ', korean: '클로즈업', chinese: '特写' }],
  ['illustrative', 3, { english: 'anime', japanese: 'イラスト', korean: '일러스트', chinese: '插画' }],
  ['illustrative', 2, { english: 'painting', japanese: '幻想的', korean: '몽환', chinese: '梦幻' }],
  ['conversation', 3, { english: 'turn by turn', japanese: 'やり取りしながら', korean: '주고받으며', chinese: '多轮' }],
  ['compliance', 3, { english: 'regulator', japanese: 'コンプライアンス', korean: '컴플라이언스', chinese: '合规' }],
  ['natural', 3, { english: 'wildlife', japanese: '海の波', korean: '파도', chinese: '海浪' }],
  ['natural', 2, { english: 'tide', japanese: '川', korean: '강물', chinese: '河流' }],
  ['natural', 1, { english: 'beach', japanese: '森', korean: '숲', chinese: '雨' }],
  ['character', 3, { english: 'dialogue', japanese: '踊', korean: '댄스', chinese: '跳舞' }],
  ['character', 2, { english: 'say', japanese: '言う', korean: '외치', chinese: '喊' }],
  ['person', 1, { english: 'dancer', japanese: '少女', korean: '소녀', chinese: '女孩' }],
  ['motion', 1, { english: 'movement', japanese: '歩', korean: '걷', chinese: '走' }],
  ['cinematic', 3, { english: 'film noir', japanese: '映画のよう', korean: '영화 같은', chinese: '电影感' }],
  ['cinematic', 2, { english: 'studio', japanese: '映画', korean: '영화', chinese: '电影' }],
  ['cinematic', 1, { english: 'film', japanese: 'スローモーション', korean: '클로즈업', chinese: '特写' }],
  ['cjkContext', 2, { english: 'chinese', japanese: '', korean: '', chinese: '' }],
  ['draft', 3, { english: 'first pass', japanese: 'ドラフト', korean: '초안', chinese: '草稿' }],
  ['hero', 3, { english: 'key visual', japanese: 'キービジュアル', korean: '메인 비주얼', chinese: '主视觉' }],
];

describe('a word says as much of its topic as its list does', () => {
  const cells = examples.flatMap(([topic, weight, words]) => Object.entries(words).filter(([, word]) => word !== '').map(([language, word]) => ({ topic, weight, language: language as keyof Examples, word })));

  it.each(cells)('$language: “$word” is $weight of $topic', ({ topic, weight, language, word }) => {
    expect(find(word, topic, [lexicons[language]])).toEqual({ score: weight, words: [word] });
  });

  it.each(Object.entries(lexicons))('and every list of %s has an example here', (language, { words }: Lexicon) => {
    const lists = Object.entries(words).flatMap(([topic, byWeight]) => Object.keys(byWeight).map((weight) => `${topic} ${weight}`));
    const shown = examples.filter(([, , of]) => of[language as keyof Examples] !== '').map(([topic, weight]) => `${topic} ${weight}`);
    expect(shown.sort()).toEqual(lists.sort());
  });
});
