import type { StoryContext } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { type ComponentType, createElement, type ReactElement } from 'react';
import { Begun } from './Begun.js';
import type { SimulationOptions } from './gateway.js';
import type { Flavour } from './Simulation.js';

interface ExampleModule {
  default: ComponentType<object>;
}

// Written once; the second is the same file with its one import line changed, see flavour-plugin.ts.
const bodies: Record<Flavour, Record<string, () => Promise<ExampleModule>>> = {
  'react-query': import.meta.glob<ExampleModule>('../*/*.example.tsx'),
  swr: import.meta.glob<ExampleModule>('../*/*.example.tsx', { query: '?swr' }),
};
const sources = import.meta.glob<string>('../*/*.example.tsx', { query: '?raw', import: 'default', eager: true });

const pathOf = (name: string): string => `../${name}.example.tsx`;

interface ExampleOptions {
  /** What it shows, for its page. Not a comment on `meta`: Storybook would lay that over what is set here. */
  about?: string;
  /** Of the gateway behind it. */
  simulation?: Partial<SimulationOptions>;
}

/**
 * A story of `stories/<name>.example.tsx`, in the flavour of the toolbar. Its code is what the code
 * panel and the docs show.
 */
export function exampleStory(name: string, { about, simulation }: ExampleOptions = {}) {
  return {
    loaders: [
      async ({ globals }: StoryContext) => {
        const load = bodies[flavourOf(globals)][pathOf(name)];
        if (load === undefined) throw new Error(`There is no example stories/${name}.example.tsx.`);
        return { example: (await load()).default };
      },
    ],
    render: (_args: unknown, { loaded, parameters }: StoryContext): ReactElement => {
      // What the app around it has, where a story brings any.
      const example = createElement(loaded['example'] as ComponentType<object>, loaded['props'] as object | undefined);
      const press = parameters['press'] as readonly string[] | undefined;
      return press === undefined ? example : createElement(Begun, { press }, example);
    },
    parameters: {
      controls: { disable: true },
      example: name,
      ...(simulation === undefined ? {} : { simulation }),
      docs: {
        ...(about === undefined ? {} : { description: { component: about } }),
        source: { language: 'tsx', type: 'code', transform: (_code: string, { globals }: StoryContext) => codeOf(name, flavourOf(globals)) },
      },
    },
  };
}

/** A story of it that has begun when one comes to it: by its own buttons, named by how they begin. */
export function begunBy(...press: readonly string[]) {
  return {
    parameters: { press, simulation: { hurried: true } },
    play: async ({ canvasElement }: StoryContext) => {
      await waitFor(() => expect(canvasElement.querySelector('.begun[data-left="0"]')).not.toBeNull());
    },
  };
}

/** The code of an example, as it is in this flavour. */
export function codeOf(name: string, flavour: Flavour): string {
  const code = sources[pathOf(name)];
  if (code === undefined) throw new Error(`There is no example stories/${name}.example.tsx.`);
  return flavour === 'swr' ? code.replaceAll("'bytespike-react/react-query'", "'bytespike-react/swr'") : code;
}

export function flavourOf(globals: Record<string, unknown>): Flavour {
  return globals['flavour'] === 'swr' ? 'swr' : 'react-query';
}
