// A component with its own style sheet, and every sheet in any order, looks as it does with all of them.
import { Comparison, type Sheet, sheetOf } from './cascade.js';
import { constructed, differences, looks, MOODS, sheets, under, unlike } from './sheets.js';
import type { State } from './stories.js';

const { styles: all = '', 'styles/base': base = '' } = sheets;

/** What an app imports for what a story shows; `base.css` is beside it. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  'generate/GenerateButton': ['generate-button', 'generate-dialog'],
  'generate/GenerateButtonStates': ['generate-button', 'generate-dialog'],
  'generate/GenerationPanel': ['generation-panel'],
  'generate/GenerationPanelStates': ['generation-panel'],
  'prompt-form/PromptForm · Masking': ['prompt-form', 'mask-editor'],
  'prompt-form/PromptForm · SavedPrompts': ['prompt-form', 'saved-prompts'],
  'prompt-form/PromptForm · NothingSaved': ['prompt-form', 'saved-prompts'],
  'prompt-form/PromptForm · TakenPrompt': ['prompt-form', 'saved-prompts'],
  'asset-viewer/AssetViewer · Finished': ['asset-viewer', 'task-progress', 'result'],
  'asset-viewer/AssetViewer · Rendering': ['asset-viewer', 'task-progress', 'result'],
};

/** Before anybody opens it a button does without `base.css`, which comes with the dialog. What only others go by, and the focus, which nothing in it has, is no look of it. */
const OF_A_BUTTON = /^(button\..*bs-generate-button (?!--)|span\.\S* (?!--|outline))/;
const WITHOUT_BASE = ['Closed', 'Opening', 'NotOpened'].map((name) => `generate/GenerateButtonStates · ${name}`);

function ownSheets({ name }: Pick<State, 'name'>): string[] {
  const file = name.split(' · ')[0]!;
  return (OWN[name] ?? OWN[file] ?? [file.split('/')[0]!]).map((own) => {
    const sheet = sheets[`styles/${own}`];
    if (sheet === undefined) throw new Error(`There is no style sheet for ${own}: add src/styles/${own}.css.`);
    return sheet;
  });
}

/** Each sheet but those that are made of others, which would put the order of these right again. */
const singles = Object.entries(sheets).flatMap(([name, text]) => (['styles', 'styles/generation-panel', 'styles/generate-dialog', 'styles/conversation-canvas', 'styles/batch-grid', 'styles/batch-form'].includes(name) ? [] : [text]));

const taken = new Map<string, Sheet>();

function takenApart(text: string): Sheet {
  const known = taken.get(text) ?? sheetOf(constructed(text), Object.values(MOODS));
  taken.set(text, known);
  return known;
}

const comparisons = new Map<string, Comparison>();

function comparisonOf(lists: readonly (readonly string[])[]): Comparison {
  const key = lists.flat().join();
  const known = comparisons.get(key) ?? new Comparison(lists.map((texts) => texts.map(takenApart)));
  comparisons.set(key, known);
  return known;
}

/** How what this state has put on the page looks otherwise with its own sheet than with all of them, or with every sheet in another order. */
export function sheetFaults(state: Pick<State, 'name'>): string[] {
  const own = ownSheets(state);
  const others = singles.filter((text) => !own.includes(text));
  const [before, after] = [[...own, ...others], [...others.toReversed(), ...own]];
  const isWithoutBase = WITHOUT_BASE.includes(state.name);
  // What the first alone makes of a button also comes down to it from where it is not asked for: there all is read.
  const comparison = comparisonOf(isWithoutBase ? [[], [all]] : [[all], [...own, base], before, after]);
  const reads = unlike().map((element) => ({ element, properties: comparison.propertiesOf(element) })).filter(({ properties }) => properties.length > 0);
  if (reads.length === 0) return [];
  return Object.entries(MOODS).flatMap(([mood, put]) => {
    const seenUnder = (texts: readonly string[]) => under(texts.map(put), () => looks(reads));
    const wanted = seenUnder([all]);
    const faults = (order: string, texts: readonly string[], isMeant = (_: string) => true) => differences(reads, wanted, seenUnder(texts)).filter(isMeant).map((fault) => `${order}, ${mood}: ${fault}`);
    // In another order what is under a pointer shows most.
    const orders = put === MOODS.underAPointer ? [...faults('its own before all others', before), ...faults('its own after all others', after)] : [];
    const first = isWithoutBase ? faults('its first alone', own.slice(0, 1), (fault) => OF_A_BUTTON.test(fault)) : [];
    return [...faults('its own', [...own, base]), ...first, ...orders];
  });
}
