import type { CSSProperties } from 'react';
import { useIsHydrated } from '../react/region.js';

/**
 * What we say of an element in numbers. Never in what a server sends: there it would be an attribute, which a
 * content security policy without `unsafe-inline` refuses for good. Once taken over it goes by the element's own `style`, which none refuses.
 */
export function useOwnStyle(properties: Record<string, string | number>): CSSProperties | undefined {
  // The name of a custom property is no key of CSSProperties.
  return useIsHydrated() ? (properties as CSSProperties) : undefined;
}
