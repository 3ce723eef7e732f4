/** The `keyCode` of a key that is meant for what a keyboard composes. `isComposing` is not asked: in Safari what is composed ends before the key that ends it comes. @source W3C UI Events, legacy key codes */
export const COMPOSED = 229;
