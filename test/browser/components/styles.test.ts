// A component with its own style sheet, and every sheet in any order, looks as it does with all of them.
import { cleanup } from '@testing-library/react';
import { expect, test } from 'vitest';
import { everyState, type State } from '../../support/stories.js';
import { differences, looks, MOODS, propertiesIn, sheets, under } from '../../support/sheets.js';

const { styles: all = '', 'styles/base': base = '' } = sheets;
const properties = propertiesIn(all);

/** What an app imports for what a story shows; `base.css` is beside it. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  'generate/GenerateButton': ['generate-button', 'generate-dialog'],
  'generate/GenerateButtonStates': ['generate-button', 'generate-dialog'],
  'generate/GenerationPanel': ['generation-panel'],
  'generate/GenerationPanelStates': ['generation-panel'],
  'asset-viewer/AssetViewer · Finished': ['asset-viewer', 'task-progress', 'result'],
  'asset-viewer/AssetViewer · Rendering': ['asset-viewer', 'task-progress', 'result'],
};

function ownSheets({ name }: State): string[] {
  const file = name.split(' · ')[0]!;
  return (OWN[name] ?? OWN[file] ?? [file.split('/')[0]!]).map((own) => {
    const sheet = sheets[`styles/${own}`];
    if (sheet === undefined) throw new Error(`There is no style sheet for ${own}: add src/styles/${own}.css.`);
    return sheet;
  });
}

/** Each sheet but those that are made of others, which would put the order of these right again. */
const singles = Object.entries(sheets).flatMap(([name, text]) => (['styles', 'styles/generation-panel', 'styles/generate-dialog'].includes(name) ? [] : [text]));

test.each(everyState({ locale: 'en' }))('$name looks the same with its own sheet, and with every sheet in another order', async (state) => {
  await state.show();
  await state.play();
  const own = ownSheets(state);
  const others = singles.filter((text) => !own.includes(text));
  for (const [mood, put] of Object.entries(MOODS)) {
    const seenUnder = (texts: readonly string[]) => under(texts.map(put), () => looks(properties));
    const wanted = seenUnder([all]);
    expect.soft(differences(properties, wanted, seenUnder([...own, base])), `its own, ${mood}`).toEqual([]);
    // In another order what is under a pointer shows most.
    if (put !== MOODS.underAPointer) continue;
    expect.soft(differences(properties, wanted, seenUnder([...own, ...others])), `its own before all others, ${mood}`).toEqual([]);
    expect.soft(differences(properties, wanted, seenUnder([...others.toReversed(), ...own])), `its own after all others, ${mood}`).toEqual([]);
  }
  cleanup();
});
