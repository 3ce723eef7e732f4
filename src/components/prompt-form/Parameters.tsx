import type { ReactNode } from 'react';
import { formatPlain } from '../../react/format.js';
import type { ChoiceName, TextName, WholeName } from '../../core/draft/index.js';
import { Chooser } from './Chooser.js';
import { Field } from './Field.js';
import { Options } from './Options.js';
import { SeedField } from './SeedField.js';
import { Shapes } from './Shapes.js';
import { Stepper } from './Stepper.js';
import type { PromptFormStore } from './use-prompt-form.js';
import { useFormWords } from './words.js';

/** So many images are chosen side by side; more are counted. */
const MOST_SIDE_BY_SIDE = 4;
const MAIN: readonly ChoiceName[] = ['resolution', 'quality'];
const OTHERS: readonly ChoiceName[] = ['style', 'stylePreset', 'motionIntensity', 'outputFormat'];

/** As much of the form's store as the parameters read and do. */
export interface ParametersStore extends Pick<PromptFormStore, 'draft' | 'typed' | 'change'> {
  resolved: Pick<PromptFormStore['resolved'], 'fields' | 'values'>;
}

/** What decides the result and the price, each as the model takes it. */
export function MainParameters({ store }: { store: ParametersStore }): ReactNode {
  const { draft, resolved, change } = store;
  const { fields, values } = resolved;
  return (
    <>
      {fields.shapes.length > 0 && (
        <Shapes
          kind={draft.kind}
          shapes={fields.shapes}
          ratio={values.aspectRatio}
          size={values.size}
          onRatio={(aspectRatio) => change({ aspectRatio })}
          onSize={(size) => change({ size })}
        />
      )}
      <div className="bs-form-row">
        {draft.kind === 'video' && <Count store={store} name="durationSeconds" />}
        {draft.kind === 'image' && <Count store={store} name="n" />}
        {MAIN.map((name) => (
          <Choice key={name} store={store} name={name} />
        ))}
        {(['size', 'resolution', 'aspectRatio'] as const).map((name) => (
          <Text key={name} store={store} name={name} />
        ))}
      </div>
    </>
  );
}

/** What is left alone most of the time. */
export function OtherParameters({ store }: { store: PromptFormStore }): ReactNode {
  const { draft, resolved, typed } = store;
  const { form } = useFormWords().messages;
  const { fields, values } = resolved;
  const takesCompression = values.outputFormat !== undefined && fields.compressed.includes(values.outputFormat);
  return (
    <>
      <div className="bs-form-row">
        {OTHERS.map((name) => (
          <Choice key={name} store={store} name={name} />
        ))}
        {takesCompression && <Count store={store} name="outputCompression" />}
      </div>
      {fields.image !== undefined && !store.takesFile && typeof draft.image !== 'object' && <Address store={store} />}
      <Text store={store} name="negativePrompt" />
      {fields.wholes.seed !== undefined && (
        <SeedField label={form.field('seed', draft.kind)} text={typed.text('seed', draft.seed)} onText={(text) => typed.type('seed', text)} />
      )}
    </>
  );
}

/** Whether there is anything behind the fold. */
export function hasOthers({ resolved: { fields }, takesFile }: PromptFormStore): boolean {
  if (fields.image !== undefined && !takesFile) return true;
  return fields.wholes.seed !== undefined || fields.texts.includes('negativePrompt') || OTHERS.some((name) => fields.choices[name] !== undefined);
}

interface PartProps<Name> {
  store: ParametersStore;
  name: Name;
}

function Choice({ store: { draft, resolved, change }, name }: PartProps<ChoiceName>): ReactNode {
  const { form } = useFormWords().messages;
  const field = resolved.fields.choices[name];
  if (field === undefined) return null;
  return <Chooser name={name} label={form.field(name, draft.kind)} field={field} value={resolved.values[name]} onChange={(value) => change({ [name]: value })} />;
}

function Count({ store: { draft, resolved, typed, change }, name }: PartProps<WholeName>): ReactNode {
  const { locale, messages } = useFormWords();
  const field = resolved.fields.wholes[name];
  if (field === undefined) return null;
  const label = messages.form.field(name, draft.kind);
  const { min, max } = field;
  if (name === 'n' && max !== undefined && max - min < MOST_SIDE_BY_SIDE) {
    const counts = [...Array(max - min + 1).keys()].map((index) => min + index);
    const options = counts.map((count) => ({ value: String(count), content: formatPlain(count, locale) }));
    return <Options name={name} label={label} options={options} value={String(resolved.values.n)} onChange={(value) => change({ n: Number(value) })} />;
  }
  return (
    <Stepper
      name={name}
      label={label}
      field={field}
      text={typed.text(name, resolved.values[name])}
      onText={(text) => typed.type(name, text)}
      onLeave={() => typed.leave(name)}
    />
  );
}

function Text({ store: { draft, resolved, change }, name }: PartProps<TextName>): ReactNode {
  const { form } = useFormWords().messages;
  if (!resolved.fields.texts.includes(name)) return null;
  return (
    <Field name={name} label={form.field(name, draft.kind)}>
      {(control) => <input {...control} className="bs-form-input" type="text" dir="auto" value={draft[name] ?? ''} onChange={(event) => change({ [name]: event.target.value })} />}
    </Field>
  );
}

/** Where the image is that a video starts from, in an app that takes no files. */
function Address({ store: { draft, change } }: { store: PromptFormStore }): ReactNode {
  const { form } = useFormWords().messages;
  return (
    <Field name="image" label={form.field('image', draft.kind)}>
      {(control) => (
        <input
          {...control}
          className="bs-form-input"
          type="url"
          inputMode="url"
          placeholder="https://"
          value={typeof draft.image === 'string' ? draft.image : ''}
          onChange={(event) => change({ image: event.target.value || undefined })}
        />
      )}
    </Field>
  );
}
