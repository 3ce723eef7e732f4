import '../setup/owner-stacks.js';
import { expect, test } from 'vitest';

test('React makes elements without noting where', () => {
  const stackOf = (element: object): unknown => Reflect.get(element, '_debugStack');
  expect(stackOf(<p />)).toBeInstanceOf(Error);
  expect(stackOf(<p />)).toBe(stackOf(<i />));
});
