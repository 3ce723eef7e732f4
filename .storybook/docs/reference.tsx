import reference from 'virtual:reference';
import type { ReactNode } from 'react';
import type { ComponentReference, HookReference, Member } from '../reference/types.js';
import { Codes, Prose, Table } from './Table.js';

/** Props, options or fields of a result, from the source. */
export function Members({ caption, of, fields = false }: { caption: string; of: readonly Member[]; fields?: boolean }): ReactNode {
  const rows = of.map(({ name, type, required, description, default: fallback }) => {
    const label = (
      <>
        <code>{name}</code>
        {required && !fields && <span className="bs-docs-required"> required</span>}
      </>
    );
    const cells = [label, <code key="type">{type}</code>, ...(fields ? [] : [fallback === undefined ? '' : <Prose key="default" text={fallback} />]), description === '' ? '' : <Prose key="text" text={description} />];
    return [name, ...cells] as const;
  });
  return <Table caption={caption} head={fields ? ['Name', 'Type', 'What it says'] : ['Name', 'Type', 'Default', 'What it does']} rows={rows} />;
}

export function DataAttributes({ of }: { of: ComponentReference }): ReactNode {
  const rows = of.dataAttributes.map(({ name, on, values, description }) => {
    return [name, <code key="name">{name}</code>, <Codes key="on" of={on} />, values.length === 0 ? 'there, or not' : <Codes key="values" of={values} />, description === '' ? '' : <Prose key="text" text={description} />] as const;
  });
  return <Table caption={`Data attributes of ${of.name}`} head={['Attribute', 'On', 'Values', 'What it says']} rows={rows} />;
}

export function CustomProperties({ of }: { of: ComponentReference }): ReactNode {
  const rows = of.customProperties.map(({ name, set }) => {
    const value = reference.customProperties.find((property) => property.name === name)?.value;
    return [name, <code key="name">{name}</code>, SET_BY[set], value === undefined ? '' : <code key="value">{value}</code>] as const;
  });
  return <Table caption={`Custom properties of ${of.name}`} head={['Property', 'Set by', 'Default']} rows={rows} />;
}

const SET_BY = { theme: 'the theme', component: 'the component itself', yours: 'you, where you want to' } as const;

/** Every custom property of the theme, with what a theme or a density makes of it. */
export function Theme(): ReactNode {
  const rows = reference.customProperties.map(({ name, value, highContrast, compact }) => {
    const isColour = /light-dark|#|rgb/.test(value) && !/px/.test(value);
    return [
      name,
      <>
        {isColour && <span className="bs-docs-swatch" style={{ background: `var(${name})` }} />}
        <code>{name}</code>
      </>,
      <code key="value">{value}</code>,
      highContrast !== undefined ? <code key="other">{highContrast}</code> : compact !== undefined ? <><code>{compact}</code> when compact</> : '',
    ] as const;
  });
  return <Table caption="Custom properties of the theme" head={['Property', 'Default (light, dark)', 'In high contrast (light, dark)']} rows={rows} />;
}

export function HookTables({ of }: { of: HookReference }): ReactNode {
  return (
    <>
      {of.options.length > 0 && (
        <>
          <h2 id="options">What it takes</h2>
          <Members caption={`What ${of.name} takes`} of={of.options} />
        </>
      )}
      {of.result.length > 0 && (
        <>
          <h2 id="result">What it returns</h2>
          <Members caption={`What ${of.name} returns`} of={of.result} fields />
        </>
      )}
    </>
  );
}
