/** The `keyCode` of a key that is meant for what a keyboard composes. `isComposing` is not asked: in Safari what is composed ends before the key that ends it comes. */
export const COMPOSED = 229;
