import { describe, expect, it } from 'vitest';
import { brushSizes, nextSize } from '../../../src/components/mask-editor/brush.js';
import { stageAction, stepAction } from '../../../src/components/mask-editor/keys.js';

const none = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

describe('a key on the picture', () => {
  it.each([
    ['ArrowLeft', false, { do: 'nudge', nudge: { what: 'place', x: -1, y: 0 } }],
    ['ArrowDown', true, { do: 'nudge', nudge: { what: 'size', x: 0, y: 1 } }],
    ['Enter', false, { do: 'fill' }],
    [' ', false, { do: 'fill' }],
    ['Escape', false, { do: 'away' }],
    ['+', true, { do: 'zoom', how: 'in' }],
    ['-', false, { do: 'zoom', how: 'out' }],
    ['0', false, { do: 'zoom', how: 'reset' }],
    ['[', false, { do: 'size', by: -1 }],
    ['Tab', false, undefined],
  ])('%s, shift %s', (key, shiftKey, action) => {
    expect(stageAction({ ...none, key, shiftKey })).toEqual(action);
  });

  it.each(['ctrlKey', 'metaKey', 'altKey'])('belongs to the browser with %s', (modifier) => {
    expect(stageAction({ ...none, key: 'ArrowLeft', [modifier]: true })).toBeUndefined();
  });
});

it('steps back and forth by the keys of every editor', () => {
  const press = (key: string, more = {}) => stepAction({ ...none, ctrlKey: true, key, ...more });
  expect([press('z'), press('Z', { shiftKey: true }), press('y'), press('z', { ctrlKey: false, metaKey: true })]).toEqual(['undo', 'redo', 'redo', 'undo']);
  expect([press('z', { ctrlKey: false }), press('z', { altKey: true }), press('y', { shiftKey: true }), press('a')]).toEqual([undefined, undefined, undefined, undefined]);
});

it('a brush is between a pixel and a third of the picture, in steps', () => {
  const sizes = brushSizes({ width: 4096, height: 1024 });
  expect(sizes).toEqual({ min: 1, max: 1365, step: 34, default: 256 });
  expect([nextSize(1360, 1, sizes), nextSize(20, -1, sizes), nextSize(100, 2, sizes)]).toEqual([1365, 1, 168]);
  expect(brushSizes({ width: 1, height: 1 })).toEqual({ min: 1, max: 1, step: 1, default: 1 });
});
