import { BytespikeError } from '../base/errors.js';

/** What stands for a value in a template. */
export const NAME = /\{\{([^{}]+)\}\}/g;

/**
 * Prompts of templates and a table: each template with the values of each row in the place of its `{{names}}`. One
 * without names is one prompt. Template by template, rows in their order. Pure.
 *
 * @param templates such as `'A {{colour}} kettle on {{ground}}'`
 * @param rows values by name
 * @throws BytespikeError `invalid_param` for a name that a row has no value of: with the template, the row, and the names it has
 * @example expandPrompts(['A {{colour}} kettle'], [{ colour: 'red' }, { colour: 'blue' }]) // ['A red kettle', 'A blue kettle']
 */
export function expandPrompts(templates: readonly string[], rows: readonly Readonly<Record<string, string>>[]): string[] {
  return templates.flatMap((template) => {
    if (template.search(NAME) < 0) return [template];
    if (rows.length === 0) throw refuse(template, 'has names in it, and there is no row of values. Give at least one.');
    return rows.map((row, at) =>
      template.replace(NAME, (_, written: string) => {
        const name = written.trim();
        const value = Object.hasOwn(row, name) ? row[name] : undefined;
        if (typeof value === 'string') return value;
        const names = Object.keys(row).join(', ') || 'nothing';
        throw refuse(template, `names "${name}", of which row ${at + 1} has no value. It has: ${names}.`);
      }),
    );
  });
}

function refuse(template: string, why: string): BytespikeError {
  return new BytespikeError({ code: 'invalid_param', field: 'prompts', message: `The template "${template.slice(0, 80)}" ${why}` });
}
