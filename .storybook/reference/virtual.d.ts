declare module 'virtual:reference' {
  import type { Reference } from './types.js';

  const reference: Reference;
  export default reference;
}
