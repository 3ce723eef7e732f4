/**
 * A fact that comes from elsewhere (money, a name, a prompt), in its own direction: without the
 * marks, Latin letters would pull the numbers and signs beside them to their side. A number alone
 * needs none, and neither do lengths of time, which are written in Arabic.
 */
export const fact = (text: string): string => `\u2068${text}\u2069`;

/** What is written from left to right everywhere, such as `1024 × 768`, which would else be read as 768 wide. */
export const ltr = (text: string): string => `\u2066${text}\u2069`;

/** What begins with a fact, or has nothing else: it runs from right to left all the same, also where `dir="auto"` looks at its first letter. */
export const line = (text: string): string => `\u200F${text}`;

/** A list whose entries may be sizes and shapes. */
export const list = (text: string): string => text.replaceAll(/\d+[×:]\d+/g, ltr);
