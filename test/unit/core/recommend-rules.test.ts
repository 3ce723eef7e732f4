import { type RecommendationBrief, recommendModel } from 'bytespike-react';
import { describe, expect, it } from 'vitest';

type Row = readonly [prompt: string, model: string, rest?: Partial<RecommendationBrief>];

const image = (prompt: string, rest: Partial<RecommendationBrief> = {}) => recommendModel({ kind: 'image', prompt, ...rest });
const video = (prompt: string, rest: Partial<RecommendationBrief> = {}) => recommendModel({ kind: 'video', prompt, ...rest });

function choose(recommend: typeof image, rows: readonly Row[]): void {
  it.each(rows.map(([prompt, model, rest]) => ({ prompt, model, rest })))('$prompt → $model $rest', ({ prompt, model, rest }) => {
    expect(recommend(prompt, rest).model).toBe(model);
  });
}

describe('photoreal, with studio light, glass and correct anatomy', () => {
  choose(image, [
    ['A photoreal brief: studio lighting, glass surfaces, anatomical correctness', 'nano-banana-pro'],
    ['Packshot of a whisky decanter in cut crystal, softbox from the left, caustics on the table', 'nano-banana-pro'],
    ['Photorealistic portrait of an old fisherman, 85mm, natural skin texture', 'nano-banana-pro'],
    ['A brushed steel espresso machine with crisp reflections, commercial photography', 'nano-banana-pro'],
    ['影棚灯光下的玻璃香水瓶,真实的折射与反光', 'nano-banana-pro'],
    ['スタジオ照明で撮影したガラスの香水瓶、リアルな反射', 'nano-banana-pro'],
    ['스튜디오 조명 아래 유리 향수병, 실사 제품 사진', 'nano-banana-pro'],
    ['A glass of water spilling into a galaxy, watercolor illustration', 'seedream-v4'],
    ['Studio Ghibli style village in the hills', 'gpt-image-2'],
  ]);

  it('is hd for a hero and at 2048², and not otherwise', () => {
    expect(image('studio photo of a glass vase', { purpose: 'hero' }).params).toEqual({ size: '2048x2048', quality: 'hd' });
    expect(image('studio photo of a glass vase', { size: '2048x2048' }).params?.quality).toBe('hd');
    expect(image('studio photo of a glass vase', { size: '1024x1024' }).params?.quality).toBe('standard');
    expect(image('hero image: studio photo of a glass vase').params?.quality).toBe('hd');
  });
});

describe('legible text in the image', () => {
  choose(image, [
    ['Legible text in the image', 'nano-banana-v2'],
    ['A bakery window with the words "Fresh Bread Daily" painted on it', 'nano-banana-v2'],
    ['Vintage diner sign that reads EAT HERE', 'nano-banana-v2'],
    ["Minimalist poster, headline 'Less is more' in bold type", 'nano-banana-v2'],
    ['Studio product shot of a glass perfume bottle whose label reads "NOIR", softbox', 'nano-banana-v2'],
    ['咖啡馆门口的招牌,上面写着“营业中”', 'nano-banana-v2'],
    ['「準備中」と書かれた木の看板の写真', 'nano-banana-v2'],
    ['"영업 중"이라고 적힌 카페 간판', 'nano-banana-v2'],
    ['A neon sign that says "営業中" above a ramen bar', 'nano-banana-v2'],
    ['国潮插画海报,标题写着“中秋快乐”', 'seedream-v4.5'],
    ['Two red cubes beside a blue ball, no text, no lettering', 'gpt-image-2'],
    ['A misty lake in the style of "Starry Night"', 'gpt-image-2'],
    ['红色灯笼挂满古镇,不要文字', 'seedream-v4'],
    ['夜の商店街、文字なし', 'seedream-v4'],
    ['눈 덮인 한옥 마을, 글자 없이', 'seedream-v4'],
    ['A woman reading a book under a lamp, signing her name', 'gpt-image-2'],
  ]);
});

describe('hands and faces at small scale', () => {
  choose(image, [
    ['Hands and faces at small scale', 'nano-banana-v2'],
    ['A packed stadium at night, every spectator cheering, recognizable faces', 'nano-banana-v2'],
    ["Close view of a potter's hands shaping clay", 'nano-banana-v2'],
    ['Photo of a crowded night market', 'nano-banana-v2'],
    ['婚礼现场的人群合影', 'nano-banana-v2'],
    ['コンサート会場の群衆と一人ひとりの顔', 'nano-banana-v2'],
    ['피아노를 치는 두 손', 'nano-banana-v2'],
    ['An antique clock, its hands at noon, on the other hand a calm room', 'gpt-image-2'],
    ['An empty plaza at dawn, no people, without faces', 'gpt-image-2'],
  ]);
});

describe('spatial relations, counts and composition', () => {
  choose(image, [
    ['Spatial relations, counts, composition', 'gpt-image-2'],
    ['Exactly seven oranges in a row, the third one cut open', 'gpt-image-2'],
    ['A blue mug to the left of a laptop and a plant behind it', 'gpt-image-2'],
    ['Isometric room, bed in the top left corner, desk in the bottom right corner', 'gpt-image-2'],
    ['桌子左边放着三个苹果,右边放着两个梨', 'gpt-image-2'],
    ['左側に赤い椅子が三脚、右側に青い机、その上に花瓶', 'gpt-image-2'],
    ['왼쪽에 사과 세 개, 오른쪽에 배 네 개', 'gpt-image-2'],
    ['What is left of the meal, seen right now in studio lighting, softbox', 'nano-banana-pro'],
  ]);

  it('is the Official variant when routing has to be compliant', () => {
    expect(image('Five boxes stacked to the left of a crate', { compliance: true }).model).toBe('gpt-image-2-official');
    expect(image('Four chairs around a table, for a client with an audit trail and data residency rules').model).toBe('gpt-image-2-official');
    expect(image('需要合规审计的产品示意图').model).toBe('gpt-image-2-official');
    expect(image('監査対応が必要な企業向けの図').model).toBe('gpt-image-2-official');
    expect(image('데이터 상주와 규정 준수가 필요한 도식').model).toBe('gpt-image-2-official');
  });
});

describe('a Chinese, Japanese or Korean prompt that is not photoreal', () => {
  choose(image, [
    ['水墨风格的江南古镇,细雨', 'seedream-v4', { size: '1024x1024' }],
    ['水墨风格的江南古镇,细雨', 'seedream-v4.5', { size: '2048x2048' }],
    ['桜並木を歩く少女のイラスト', 'seedream-v4'],
    ['桜並木を歩く少女のイラスト', 'seedream-v4.5', { purpose: 'hero' }],
    ['달빛 아래 고양이, 수채화 느낌', 'seedream-v4'],
    ['달빛 아래 고양이, 수채화 느낌', 'seedream-v4.5', { size: '1024x2048' }],
    ['一只坐在窗台上的猫', 'seedream-v4'],
    ['iPhone 主题的可爱卡通壁纸', 'seedream-v4'],
    ['窗边的玻璃杯,梦幻水彩', 'seedream-v4'],
    ['一张写实的人像照片', 'nano-banana-pro'],
  ]);
});

describe('drafts', () => {
  choose(image, [
    ['Draft before a V4.5 final: koi in ink wash', 'seedream-v5lite'],
    ['just exploring ideas for a storybook cover', 'seedream-v5lite'],
    ['国风插画草稿,一条龙', 'seedream-v5lite'],
    ['とりあえずラフで、花火の浴衣イラスト', 'seedream-v5lite'],
    ['한복 일러스트 시안', 'seedream-v5lite'],
    ['水彩的小狐狸', 'seedream-v5lite', { purpose: 'draft' }],
    ['studio lighting on a glass bottle', 'nano-banana', { purpose: 'draft' }],
    ['A pint of draft beer on a wooden bar', 'gpt-image-2'],
  ]);
});

describe('rounds of edits in conversation', () => {
  choose(image, [
    ['Several rounds of edits in conversation', 'gpt-4o-image'],
    ["A cozy cabin. Then I'll ask you to change the season, step by step edits", 'gpt-4o-image'],
    ['A robot mascot', 'gpt-4o-image', { multiTurn: true }],
    ['A robot mascot', 'gpt-4o-image', { imageInit: true }],
    ['先画一只猫,之后再修改背景,多轮对话', 'gpt-4o-image'],
    ['会話しながら少しずつ修正したいロボット', 'gpt-4o-image'],
    ['대화하면서 여러 번 수정할 로봇 캐릭터', 'gpt-4o-image'],
  ]);
});

describe('videos with 90 s or more to spare, 1080p', () => {
  const hero = { purpose: 'hero', resolution: '1080p', latencyBudgetSeconds: 180 } as const;
  choose(video, [
    ['Cinematic studio shot', 'sora-2-pro', hero],
    ['A dolly shot across a film noir office', 'sora-2-pro', { purpose: 'final', latencyBudgetSeconds: 90 }],
    ['影棚里旋转的腕表,电影感', 'sora-2-pro', hero],
    ['映画的なスタジオ撮影、回転する腕時計', 'sora-2-pro', hero],
    ['시네마틱한 스튜디오 제품 샷', 'sora-2-pro', hero],
    ['Natural world: water, weather, wildlife', 'veo-3.1', hero],
    ['Humpback whales breaching off Iceland', 'veo-3.1'],
    ['Storm clouds roll over a savanna while a herd of elephants crosses', 'veo-3.1', { latencyBudgetSeconds: 120 }],
    ['巨浪拍打礁石,暴风雨', 'veo-3.1', hero],
    ['滝と霧の渓谷、野生の鹿', 'veo-3.1', hero],
    ['바다 위로 뛰어오르는 고래', 'veo-3.1', hero],
    ['Character motion', 'seedance-2.0-pro', hero],
    ['Two actors in a heated dialogue, lip-synced', 'seedance-2.0-pro', hero],
    ['A boy runs up the stairs and waves at his grandmother', 'seedance-2.0-pro'],
    ['穿汉服的少女转身起舞', 'seedance-2.0-pro', hero],
    ['着物の女性がセリフを話す', 'seedance-2.0-pro', hero],
    ['무대에서 춤추는 아이돌', 'seedance-2.0-pro', hero],
    ['古镇夜景', 'seedance-2.0-pro', hero],
    ['A lion dance troupe at Lunar New Year', 'seedance-2.0-pro', hero],
    ['An abstract shape morphs', 'sora-2-pro', hero],
  ]);
});

describe('videos with 30 s to spare, where 720p is enough', () => {
  const quick = { latencyBudgetSeconds: 30, resolution: '720p' } as const;
  choose(video, [
    ['Rain on a tin roof', 'veo-3.1-fast', quick],
    ['A girl blows out candles and laughs', 'seedance-fast', quick],
    ['雪中的小鹿', 'veo-3.1-fast', quick],
    ['女孩对着镜头说话', 'seedance-fast', quick],
    ['A spinning logo', 'seedance-fast', quick],
    ['A quick test of a paper plane gliding', 'seedance-fast'],
    ['Ocean waves, rough cut', 'veo-3.1-fast'],
  ]);
});

describe('the fidelity of Pro on a shorter deadline', () => {
  choose(video, [
    ['Product reveal', 'seedance-2.0-pro-fast', { purpose: 'hero', latencyBudgetSeconds: 60 }],
    ['Waves at dusk', 'seedance-2.0-pro-fast', { resolution: '1080p', latencyBudgetSeconds: 75, durationSeconds: 8 }],
    ['Flagship spot, pro quality', 'seedance-2.0-pro-fast', { latencyBudgetSeconds: 80 }],
    ['舞者特写', 'seedance-2.0-pro-fast', { purpose: 'final', latencyBudgetSeconds: 50 }],
  ]);
});
