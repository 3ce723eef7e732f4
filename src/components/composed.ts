/** The `keyCode` of a key that is meant for what a keyboard composes. `isComposing` is not asked: in Safari what is composed ends before the key that ends it comes. @source UI Events reference, 7.3 (legacy key codes), as of 2024-09 */
export const COMPOSED = 229;
