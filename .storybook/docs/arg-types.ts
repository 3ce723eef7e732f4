import * as library from 'bytespike-react';
import * as flavour from 'bytespike-react/react-query';
import reference from 'virtual:reference';
import type { InputType } from 'storybook/internal/types';
import type { ComponentReference, Member } from '../reference/types.js';

export function componentNamed(name: string | undefined): ComponentReference | undefined {
  return reference.components.find((component) => component.name === name);
}

/** The name under which a component is exported: what it is called inside may be shortened by a build. */
export function nameOf(component: unknown): string | undefined {
  return [...Object.entries(library), ...Object.entries(flavour)].find(([, value]) => value === component)?.[0];
}

/** Props and controls of a component, from its source. */
export function argTypesOf(component: unknown): Record<string, InputType> {
  const props = componentNamed(nameOf(component))?.props ?? [];
  return Object.fromEntries(props.map((prop) => [prop.name, argType(prop)]));
}

/** Props that a field can hold; what is a function or an object is set in code. */
export const isSimple = ({ type }: Member): boolean => /^('[^']*'( \| '[^']*')*|string|number|boolean)$/.test(type);

function argType({ name, type, required, description, default: fallback }: Member): InputType {
  const literals = type.split(' | ').map((part) => /^'(.*)'$/.exec(part)?.[1]);
  const options = literals.filter((literal) => literal !== undefined);
  const simple = ({ string: 'text', boolean: 'boolean', number: 'number' } as const)[type as 'string'];
  const isChoice = options.length === literals.length;
  return {
    name,
    description,
    type: { name: 'other', value: type, required },
    table: { type: { summary: type }, ...(fallback === undefined ? {} : { defaultValue: { summary: fallback } }) },
    // What is no plain value cannot be typed into a field.
    control: isChoice ? { type: 'select' } : simple === undefined ? false : { type: simple },
    ...(isChoice ? { options } : {}),
  };
}
