import { english, type Messages } from 'bytespike-react';

/** Facts that a language may not change. Each has a digit: by that they are told from keywords such as `video`. */
export const AMOUNT = '$0.21';
export const LESS = '$0.17';
export const MODEL = 'Veo 3.1 Fast';
export const OTHER_MODEL = 'GPT-Image 2';
export const PROMPT = 'A fox at 7 (blurred)';
export const NAME = '2-kettle.png';
export const REFUSAL = 'Too long by 12.';
export const REQUEST_ID = '4f3a-22';

/** Written in Latin letters or with signs, wherever they stand. */
export const FOREIGN = [AMOUNT, LESS, MODEL, OTHER_MODEL, PROMPT, NAME, REFUSAL, REQUEST_ID];

const KINDS = ['image', 'video'] as const;
const kinds = KINDS.map((kind) => [kind] as const);

/** One for each plural form of any language here. */
export const COUNTS = [0, 1, 2, 7, 11, 100];
const counted = (count: number) => ({ count, written: String(count) });
const counts = COUNTS.slice(1).map((count) => [counted(count)] as const);

const PLACE = { index: '3', count: '8' };
const places = [[PLACE], [undefined]] as const;
const yesAndNo = [true, false] as const;

/** The calls of a message that are tried; messages without facts have none. */
export type Calls<Group> = {
  readonly [Name in keyof Group as Group[Name] extends (...facts: never[]) => unknown ? Name : never]: Group[Name] extends (...facts: infer Facts) => unknown
    ? readonly Readonly<Facts>[]
    : never;
};

/** The same calls for each message of a group. */
function each<Group extends object, const Facts>(group: Group, calls: Facts): { [Name in keyof Group]: Facts } {
  return Object.fromEntries(Object.keys(group).map((name) => [name, calls])) as { [Name in keyof Group]: Facts };
}

/** Every message that takes facts, and at least one call for each sentence that it may come to. */
export const calls: { readonly [Group in keyof Required<Messages>]: Calls<Required<Messages>[Group]> } = {
  units: { duration: [[{ seconds: '5' }], [{ minutes: '4', seconds: '5' }]] },
  progress: {
    label: kinds,
    clock: [
      [{ elapsed: '5 s' }],
      [{ elapsed: '5 s', remaining: '40 s' }],
      [{ elapsed: '5 s', overdue: 'slightly' }],
      [{ elapsed: '5 s', overdue: 'clearly' }],
    ],
    valueText: [['1', '40 s']],
    cancelBillable: [[AMOUNT], [undefined]],
    reconnecting: kinds,
    offline: kinds,
    completed: [
      [{ billed: AMOUNT, estimated: LESS, estimatedBy: 'gateway', took: '40 s' }],
      [{ billed: undefined, estimated: LESS, estimatedBy: 'gateway', took: undefined }],
      [{ billed: undefined, estimated: LESS, estimatedBy: 'catalog', took: undefined }],
      [{ billed: undefined, estimated: undefined, estimatedBy: 'catalog', took: undefined }],
    ],
    finishedAnyway: [
      [{ billed: AMOUNT, estimated: undefined, estimatedBy: 'gateway' }],
      [{ billed: undefined, estimated: LESS, estimatedBy: 'catalog' }],
      [{ billed: undefined, estimated: undefined, estimatedBy: 'gateway' }],
    ],
    cancelledFree: [[true], [false]],
    cancelledBilled: [[AMOUNT], [undefined]],
    unknown: KINDS.flatMap((kind) => yesAndNo.map((checkable) => [{ kind, checkable }] as const)),
    billed: [[AMOUNT], [undefined]],
    requestId: [[REQUEST_ID]],
  },
  // The message is in English, and other languages need not repeat it.
  errors: each(english.errors, [[{ message: 'x' }], [{ message: 'x', field: 'size-2' }], [{ message: 'x', retryAt: '12:07' }]]),
  asset: {
    label: KINDS.flatMap((kind) => [[kind, 1] as const, [kind, 4] as const]),
    alt: KINDS.flatMap((kind) => [[{ kind, prompt: PROMPT, place: undefined }] as const, [{ kind, prompt: undefined, place: PLACE }] as const]),
    empty: kinds,
    rendering: kinds,
    stopped: kinds,
    unknown: kinds,
    unsafe: kinds,
    expired: kinds,
    broken: kinds,
    unreadable: kinds,
    action: [['1', PLACE]],
    actions: places,
    pixels: [['1024', '768']],
    imageNotCopied: [['server'], ['browser']],
    copyOf: [['1']],
    reuse: [['reference'], ['sameSeed'], ['remix'], ['variations']],
    expires: COUNTS.slice(1).flatMap((count) => yesAndNo.map((canRenew) => [{ minutes: counted(count), canRenew }] as const)),
    expiredShown: kinds,
  },
  lightbox: { place: [[PLACE]], zoomReset: [['150%']], zoomed: [['150%']] },
  mask: {
    pixels: [['256']],
    rectangle: [[{ left: '10', top: '20', width: '300', height: '40' }]],
    marked: [['12%'], [undefined]],
  },
  conversation: {
    turn: [[{ index: '2', count: '5' }]],
    version: [[{ index: '2', count: '3' }]],
    picture: [['2']],
    next: [[true], [false]],
    example: [[true], [false]],
    sendFor: [[{ price: AMOUNT, exact: true }], [{ price: AMOUNT, exact: false }]],
    context: [[{ sent: '3', of: '5' }]],
    all: [['5']],
    last: [['3']],
  },
  prompts: { remove: [[NAME]], removed: [[NAME]], taken: [[NAME]] },
  usage: {
    atLeast: [[AMOUNT]],
    missing: [['veo-3']],
    forecast: [[{ amount: AMOUNT, date: '30' }]],
    forecastBy: [[{ spent: AMOUNT, days: '24.5', of: '30' }]],
    bar: [[{ name: '29', amount: AMOUNT, calls: '8' }]],
  },
  batch: {},
  sheet: {
    acrossOf: [['model'], ['params'], ['prompt']],
    done: COUNTS.map((count) => [{ done: '1', total: counted(count) }] as const),
    billed: [[AMOUNT]],
    unsettled: counts,
    upTo: [[AMOUNT], [undefined]],
    waitsFor: [['rate-limit', '12:07'], ['gateway-error', '12:07'], ['connection', '']],
    ended: [['12, 3']],
    cancelRest: [[{ isFree: true, upTo: undefined }], [{ isFree: false, upTo: AMOUNT }], [{ isFree: false, upTo: undefined }]],
    retryFailed: COUNTS.slice(1).flatMap((count) => [[{ cells: counted(count), upTo: AMOUNT }] as const, [{ cells: counted(count), upTo: undefined }] as const]),
  },
  many: {
    promptsOf: COUNTS.map((count) => [counted(count)] as const),
    value: [[{ name: PROMPT, row: '3' }]],
    removeRow: [['3']],
    moreRows: counts,
    modelsChosen: counts,
    unclosed: [['3']],
    tooLong: [[{ line: '3', over: '12' }]],
    tooMany: [[{ cells: '500', limit: '200' }]],
    missing: [[{ name: PROMPT, row: '3' }]],
    moreProblems: counts,
    repeats: counts.map(([prompts]) => [{ prompts, places: '3, 7' }] as const),
    lineAt: [['3']],
    rowAt: [['3']],
    product: COUNTS.map((count) => [{ prompts: counted(count), models: counted(count) }] as const),
    results: KINDS.flatMap((kind) => COUNTS.map((count) => [{ kind, results: counted(count) }] as const)),
    unpriced: counts,
    beginFor: [[{ results: '24', price: AMOUNT }]],
    shortfall: [[AMOUNT]],
    announce: [[{ results: '24', price: AMOUNT }]],
  },
  compare: {
    side: [[0], [1]],
    alt: KINDS.flatMap((kind) => [[{ kind, side: MODEL, prompt: PROMPT }] as const, [{ kind, side: MODEL, prompt: undefined }] as const]),
    divider: [[{ first: MODEL, second: OTHER_MODEL }]],
    dividerAt: [[{ first: MODEL, second: OTHER_MODEL, percent: '40%' }]],
    about: [[AMOUNT]],
    seekAt: [[{ at: '3 s', length: '8 s' }]],
  },
  form: {
    kind: kinds,
    promptExample: kinds,
    characters: [[{ count: '7', limit: undefined, isOne: false }], [{ count: '1', limit: undefined, isOne: true }], [{ count: '3990', limit: '4000', isOne: false }]],
    field: [
      ...(['prompt', 'model', 'aspectRatio', 'size', 'resolution', 'quality', 'style', 'stylePreset', 'motionIntensity'] as const).map((field) => [field, 'image'] as const),
      ...(['outputFormat', 'outputCompression', 'n', 'durationSeconds', 'seed', 'negativePrompt', 'image', 'mask'] as const).flatMap((field) => KINDS.map((kind) => [field, kind] as const)),
    ],
    option: ['standard', 'hd', 'low', 'medium', 'high', 'auto', 'natural', 'vivid', 'png', 'webp', 'jpeg', 'cinematic', 'anime', 'documentary', 'none', '720p'].map((option) => [option]),
    less: [['1']],
    plus: [['1']],
    pixels: [['1024', '768']],
    shape: [[{ ratio: '16:9', outline: 'wide' }], [{ ratio: '9:16', outline: 'tall' }], [{ ratio: '1:1', outline: 'square' }]],
    autoIs: [[MODEL]],
    notReached: [[MODEL]],
    usualWait: [false, true].flatMap((isRecent) => [[{ min: '20', max: '40', isOne: false, isRecent }], [{ min: '20', max: '20', isOne: true, isRecent }]]),
    language: [[{ model: MODEL, better: 'english' }], [{ model: MODEL, better: 'cjk-native' }]],
    addImage: kinds,
    imagePreview: kinds,
    imageName: [[NAME]],
    changesTitle: [[MODEL]],
    change: [[{ field: '1', from: '8', to: undefined }], [{ field: '1', from: undefined, to: '1080p' }], [{ field: '1', from: '720p', to: '1080p' }]],
    modelGone: [[MODEL]],
    promptTooLong: [[{ over: '7', isOne: false }], [{ over: '1', isOne: true }]],
    notWhole: [[{ min: '4', max: '8' }], [{ min: '4', max: undefined }]],
    imageTooLarge: [[{ megabytes: '27', limit: '20' }]],
    refused: [[REFUSAL]],
    generateFor: [[{ price: AMOUNT, exact: true }], [{ price: AMOUNT, exact: false }]],
    shortfall: [[AMOUNT]],
    busy: kinds,
  },
  generate: { chooseOne: [['3', '8']], closing: kinds, making: kinds, madeNews: kinds, notMadeNews: kinds },
  search: { toEmbed: counts, embedded: [[{ done: counted(3), total: counted(8) }]], foundBy: [['meaning'], ['text']] },
  gallery: {
    keys: [[{ open: true, select: true, remove: true }], [{ open: false, select: false, remove: false }]],
    kindOf: [['all'], ...kinds],
    statusGroup: [['all'], ['active'], ['completed'], ['failed'], ['cancelled'], ['unknown']],
    count: COUNTS.flatMap((count) => [[{ shown: counted(count), total: counted(count) }] as const, [{ shown: counted(0), total: counted(count + 1) }] as const]),
    showNew: counts,
    statusOf: [['submitting'], ['queued'], ['running'], ['completed'], ['failed'], ['cancelled'], ['unknown']],
    results: KINDS.flatMap((kind) => COUNTS.map((count) => [{ kind, results: counted(count) }] as const)),
    selected: counts,
    removed: counts,
    removeTitle: counts,
    removeText: COUNTS.slice(1).flatMap((count) =>
      COUNTS.filter((active) => active <= count).map((active) => [{ items: counted(count), active: counted(active) }] as const),
    ),
    removeConfirm: counts,
    saving: [[{ done: counted(3), total: counted(8) }]],
    saved: [
      [{ saved: counted(3), total: counted(8), stopped: true }],
      [{ saved: counted(3), total: counted(8), stopped: false }],
      [{ saved: counted(8), total: counted(8), stopped: false }],
      [{ saved: counted(1), total: counted(1), stopped: false }],
    ],
    notSaved: [['gone'], ['forbidden'], ['unsafe'], ['unreadable']],
    openOneInTab: [[PROMPT]],
  },
  balance: {
    valueText: [[{ available: AMOUNT, held: LESS, lowBelow: '$0.55', isLow: true }], [{ available: AMOUNT, held: undefined, lowBelow: undefined, isLow: false }]],
    held: [[LESS]],
    lowBelow: [[AMOUNT]],
    asOf: [['7']],
  },
  cost: {
    total: KINDS.flatMap((kind) => COUNTS.slice(1).map((count) => [{ kind, count, text: String(count) }] as const)),
    precision: [['exact'], ['about'], ['most']],
    sumOfSeconds: [[{ seconds: '4', rate: LESS, fee: undefined }], [{ seconds: '4', rate: LESS, fee: AMOUNT }]],
    sumOfImages: [[{ count: '4', rate: LESS }]],
    sumOfTurn: [[LESS]],
    stale: [[{ isRequired: true }], [{ isRequired: false }]],
    unpriced: [[{ isRequired: true }], [{ isRequired: false }]],
    short: [[AMOUNT]],
    terms: [[{ isTask: false, upTo: undefined }], [{ isTask: true, upTo: undefined }], [{ isTask: true, upTo: AMOUNT }]],
    sourceText: [[{ source: 'live', date: '6/2026' }], [{ source: 'built-in', date: '6/2026' }]],
    rangeText: [[{ min: LESS, max: AMOUNT }], [{ min: LESS, max: LESS }]],
    upTo: [[AMOUNT]],
    announce: [
      [{ total: '1', price: AMOUNT, after: undefined, missing: undefined }],
      [{ total: '1', price: AMOUNT, after: LESS, missing: undefined }],
      [{ total: '1', price: AMOUNT, after: undefined, missing: LESS }],
    ],
  },
  figures: {
    price: [[{ amount: AMOUNT, precision: 'exact' }], [{ amount: AMOUNT, precision: 'about' }], [{ amount: AMOUNT, precision: 'most' }]],
    rate: (['image', 'turn', 'second'] as const).flatMap((per) => yesAndNo.map((isFrom) => [{ amount: AMOUNT, per, isFrom }] as const)),
    wait: [false, true].flatMap((isRecent) => [[{ min: '20', max: '40', isRecent }], [{ min: '20', max: '20', isRecent }]]),
  },
  models: {
    suggestion: [[{ changes: ['1', '2'], model: MODEL }]],
    change: [
      ...(['seed', 'imageInit', 'multiTurn', 'compliance', 'models', 'size'] as const).map((field) => [{ field, to: undefined }] as const),
      ...(['latencyBudgetSeconds', 'durationSeconds', 'n', 'aspectRatio'] as const).map((field) => [{ field, to: '8' }] as const),
      [{ field: 'maxCost', to: AMOUNT }],
    ],
    noMatch: [[PROMPT]],
    found: COUNTS.map((count) => [{ count, text: String(count) }]),
    kind: kinds,
    group: [[{ kind: undefined, vendor: undefined }], [{ kind: 'video', vendor: MODEL }], [{ kind: 'image', vendor: undefined }]],
    facts: [[[AMOUNT, '8']]],
    bestAt: [[['1', '2']]],
    strength: [['illustration']],
    autoChose: [[MODEL]],
  },
  uploads: { sending: [['40 %']], limit: [[undefined], ['14:05']] },
  chain: { from: [[{ prompt: PROMPT, seconds: undefined }], [{ prompt: PROMPT, seconds: '4 s' }]], into: [[PROMPT]], more: [['2']] },
  assist: {},
};

/** Those of the model picker's messages that lie a level deeper. */
export const deeper = {
  reasons: each(english.models.reasons, [
    [{}],
    [{ words: PROMPT }],
    ...(['zh', 'ja', 'ko'] as const).map((language) => [{ language }] as const),
    [{ seconds: '30' }],
    [{ wait: { min: '20', max: '40' } }],
  ]) satisfies Calls<Messages['models']['reasons']>,
  exclusions: each(english.models.exclusions, [
    [{}],
    [{ options: '1024×1024, 1024×1536' }],
    [{ least: '4', most: '8' }],
  ]) satisfies Calls<Messages['models']['exclusions']>,
};
