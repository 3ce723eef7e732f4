import type { StoryContext } from '@storybook/react-vite';
import type { ComponentType, ReactElement } from 'react';
import { type Conditions, createConditions } from './conditions.js';
import { flavourOf } from './examples.js';
import type { SimulationOptions } from './gateway.js';
import { keepSheetStill } from './sheet.js';
import { type Flavour, Simulation } from './Simulation.js';

export interface StateOptions<Props> {
  props?: Props;
  /** Of the gateway behind it. */
  simulation?: Partial<SimulationOptions>;
  /** How long its play waits. @default nothing is waited for */
  seconds?: number;
  /** Of its window on a sheet, in pixels. @default 920 */
  height?: number;
  /** How a person comes to it. */
  play(context: StoryContext, conditions: Conditions): Promise<void>;
}

interface State {
  parameters: object;
  render: (args: unknown, context: StoryContext) => ReactElement;
  play: (context: StoryContext) => Promise<void>;
}

/**
 * Stories that end in a state which lasts: each has a simulation of its own, in which time passes only
 * when its play waits. The component is that of the toolbar's flavour.
 */
export function statesOf<Props extends object>(components: Record<Flavour, ComponentType<Props>>, common: NoInfer<Props>) {
  return ({ props, simulation, seconds = 0, height = 920, play }: StateOptions<Partial<Props>>): State => {
    const conditions = createConditions(seconds);
    return {
      parameters: { docs: { story: { height: `${height}px` } } },
      render: (_args, { globals }) => {
        const flavour = flavourOf(globals);
        const Component = components[flavour];
        return (
          // As slow as life: where no time passes there is nothing to be quick about, and figures are as people see them.
          <Simulation key={flavour} flavour={flavour} scenario="fast" speed={1} conditions={conditions} {...simulation}>
            <Component {...common} {...props} />
          </Simulation>
        );
      },
      play(context) {
        keepSheetStill();
        return play(context, conditions);
      },
    };
  };
}
