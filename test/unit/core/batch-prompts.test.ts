import { type BytespikeError, expandPrompts } from 'bytespike-react';
import { describe, expect, it } from 'vitest';

const ROWS = [
  { colour: 'red', ground: 'oak' },
  { colour: 'blue', ground: 'slate' },
];

function why(templates: readonly string[], rows: readonly Record<string, string>[]): BytespikeError | undefined {
  try {
    return void expandPrompts(templates, rows);
  } catch (error) {
    return error as BytespikeError;
  }
}

describe('expandPrompts', () => {
  it('makes each template of each row, in their order', () => {
    expect(expandPrompts(['A {{colour}} kettle on {{ground}}', '{{ ground }}, {{ground}}'], ROWS)).toEqual(['A red kettle on oak', 'A blue kettle on slate', 'oak, oak', 'slate, slate']);
  });

  it('leaves a template without names as it is, once', () => {
    expect(expandPrompts(['A {kettle} on {{}}'], ROWS)).toEqual(['A {kettle} on {{}}']);
    expect(expandPrompts(['A kettle'], [])).toEqual(['A kettle']);
    expect(expandPrompts([], ROWS)).toEqual([]);
  });

  it('puts values in as they are, also those that look like names or patterns', () => {
    expect(expandPrompts(['A {{colour}} kettle'], [{ colour: '$& {{ground}}' }])).toEqual(['A $& {{ground}} kettle']);
  });

  it.each([
    ['a name that no row has', ['A {{color}} kettle'], ROWS, 'The template "A {{color}} kettle" names "color", of which row 1 has no value. It has: colour, ground.'],
    ['a name that one row has not', ['{{ground}}'], [ROWS[0]!, { colour: 'blue' }], 'The template "{{ground}}" names "ground", of which row 2 has no value. It has: colour.'],
    ['a name of every object', ['{{toString}}'], [{}], 'The template "{{toString}}" names "toString", of which row 1 has no value. It has: nothing.'],
    ['a name that is none', ['{{ }}'], ROWS, 'The template "{{ }}" names "", of which row 1 has no value. It has: colour, ground.'],
    ['names without a row', ['A {{colour}} kettle'], [], 'The template "A {{colour}} kettle" has names in it, and there is no row of values. Give at least one.'],
  ])('refuses %s', (_, templates, rows, message) => {
    expect(why(templates, rows)).toMatchObject({ code: 'invalid_param', field: 'prompts', billed: 'no', message });
  });
});
