import type { ReactNode } from 'react';
import { typicalSeconds } from '../../core/catalog/catalog.js';
import { formatPlain } from '../../react/format.js';
import { Field } from './Field.js';
import type { ModelPickerRenderProps } from './render-props.js';
import { useFormWords } from './words.js';

const AUTO = '';

/** The models as a plain list, for a form that was given no picker. */
export function ModelSelect({ kind, models, value, model, hasAuto, isLooking, request, catalog, onValueChange }: ModelPickerRenderProps): ReactNode {
  const words = useFormWords();
  const { form } = words.messages;
  const vendors = [...new Set(models.map(({ vendor }) => vendor))];
  const auto = isLooking ? form.autoLooking : model === undefined ? form.auto : form.autoIs(model.name);
  const wait = request && typicalSeconds(request, catalog);
  const figure = (seconds: number) => formatPlain(seconds, words.locale);
  const hint = wait && form.usualWait({ min: figure(wait.min), max: figure(wait.max), isOne: wait.min === wait.max, isRecent: wait.basis === 'observed' });
  return (
    <Field name="model" label={form.field('model', kind)} hint={hint}>
      {(control) => (
        <select {...control} className="bs-form-input" value={value ?? (hasAuto ? AUTO : model?.id)} onChange={(event) => onValueChange(event.target.value === AUTO ? undefined : event.target.value)}>
          {hasAuto && <option value={AUTO}>{value === undefined ? auto : form.auto}</option>}
          {vendors.map((vendor) => (
            <optgroup key={vendor ?? ''} label={vendor ?? ''}>
              {models
                .filter((each) => each.vendor === vendor)
                .map(({ id, name, reachable }) => (
                  <option key={id} value={id} disabled={!reachable}>
                    {reachable ? name : form.notReached(name)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}
