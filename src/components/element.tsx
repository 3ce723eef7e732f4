import type { CSSProperties, HTMLAttributes, ReactElement, Ref } from 'react';
import { useBytespike } from '../react/provider.js';

/** What every component takes to be styled: values, or functions of its state. */
export interface StyleProps<State, Element extends HTMLElement = HTMLElement> {
  /** Added to the component's own class. */
  className?: string | undefined | ((state: State) => string | undefined);
  style?: CSSProperties | undefined | ((state: State) => CSSProperties | undefined);
  /** Draws another root element; spread `props` on it. @default a `div` */
  render?: ((props: RootProps<Element>, state: State) => ReactElement) | undefined;
  ref?: Ref<Element> | undefined;
}

/** What a custom root must carry: class, `data-*`, ARIA and children. */
type RootProps<Element extends HTMLElement> = HTMLAttributes<Element> & { ref?: Ref<Element> | undefined } & Record<`data-${string}`, string | undefined>;

/** The props of a component's root: the provider's appearance, with the user's class, style and ref laid over its own. */
export function useRootProps<State, Element extends HTMLElement>(
  name: string,
  state: State,
  given: StyleProps<State, Element>,
  own: HTMLAttributes<Element> & Record<`data-${string}`, string | undefined>,
): RootProps<Element> {
  const { theme, density, variables } = useBytespike().appearance ?? {};
  const className = valueOf(given.className, state);
  return {
    ...own,
    'data-theme': theme,
    'data-density': density,
    className: `bs-root ${name} ${className ?? ''}`.trim(),
    style: { ...own.style, ...variables, ...valueOf(given.style, state) },
    ref: given.ref,
  };
}

/** The component's root: as the app draws it, else a `div`. */
export function useRoot<State>(
  name: string,
  state: State,
  given: StyleProps<State, HTMLDivElement>,
  own: HTMLAttributes<HTMLDivElement> & Record<`data-${string}`, string | undefined>,
): ReactElement {
  const props = useRootProps(name, state, given, own);
  return given.render === undefined ? <div {...props} /> : given.render(props, state);
}

function valueOf<State, Value extends string | CSSProperties>(given: Value | undefined | ((state: State) => Value | undefined), state: State): Value | undefined {
  return typeof given === 'function' ? given(state) : given;
}
