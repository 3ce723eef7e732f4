/** What the sources say of themselves: shown in the docs, and written out as `reference.json` for tools. */
export interface Reference {
  name: string;
  version: string;
  components: readonly ComponentReference[];
  hooks: readonly HookReference[];
  customProperties: readonly CustomProperty[];
}

/** A prop, an option, or a field of a result. */
export interface Member {
  name: string;
  /** As the source writes it. */
  type: string;
  required: boolean;
  description: string;
  /** Text after `@default`. */
  default?: string | undefined;
}

export interface ComponentReference {
  name: string;
  /** Entries of the package that export it. */
  entries: readonly string[];
  /** Path of its source, from the root of the project. */
  file: string;
  description: string;
  props: readonly Member[];
  dataAttributes: readonly DataAttribute[];
  /** What its style sheet reads; set them on it or on any ancestor. */
  customProperties: readonly UsedProperty[];
  /** Classes of its own style sheet, for rules of your own. */
  classes: readonly string[];
}

export interface DataAttribute {
  name: string;
  /** Where it is: classes of the elements. */
  on: readonly string[];
  /** As far as the source names them. */
  values: readonly string[];
  description: string;
}

export interface UsedProperty {
  name: string;
  /** `theme`: part of the theme. `component`: the component sets it itself. `yours`: read with a fallback, and set by nobody. */
  set: 'theme' | 'component' | 'yours';
}

export interface HookReference {
  name: string;
  /** Entries of the package that export it. */
  entries: readonly string[];
  file: string;
  description: string;
  /** The call as the source declares it. */
  signature: string;
  example: string | undefined;
  options: readonly Member[];
  result: readonly Member[];
}

/** A custom property of the theme. */
export interface CustomProperty {
  name: string;
  value: string;
  /** Where the theme gives it another value. */
  highContrast?: string | undefined;
  compact?: string | undefined;
}
