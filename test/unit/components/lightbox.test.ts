import { fc } from '../../support/chance.js';
import { describe, expect, it } from 'vitest';
import { keyAction } from '../../../src/components/asset-viewer/lightbox/keys.js';
import { CENTRE, moveBy, type Room, type View, WHOLE, zoomBy } from '../../../src/components/asset-viewer/lightbox/view.js';

const room: Room = { stage: { width: 1000, height: 800 }, picture: { width: 600, height: 800 } };

describe('the view of a picture', () => {
  it('grows around its middle, and never below the whole', () => {
    expect(zoomBy(WHOLE, 2, CENTRE, room)).toEqual({ scale: 2, x: 0, y: 0 });
    expect(zoomBy({ scale: 2, x: 0, y: 0 }, 0.1, CENTRE, room)).toEqual(WHOLE);
    expect(zoomBy(WHOLE, 100, CENTRE, room).scale).toBe(8);
  });

  it('keeps what is under the pointer under it', () => {
    const point = { x: 0, y: 100 };
    const before: View = { scale: 2, x: 0, y: 50 };
    const after = zoomBy(before, 1.5, point, room);
    const under = (view: View) => (point.y - view.y) / view.scale;
    expect(under(after)).toBeCloseTo(under(before), 9);
  });

  it('shows no ground beside a picture that is larger than the stage', () => {
    const step = fc.tuple(fc.double({ min: 0.3, max: 3, noNaN: true }), fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let view = WHOLE;
        for (const [factor, x, y] of steps) view = moveBy(zoomBy(view, factor, { x, y }, room), x, y, room);
        const edge = (size: number) => (size * view.scale) / 2;
        // The nearer edge is at the stage's or beyond, or the picture is in the middle.
        expect(Math.abs(view.x)).toBeLessThanOrEqual(Math.max(0, edge(600) - 500) + 1e-6);
        expect(Math.abs(view.y)).toBeLessThanOrEqual(Math.max(0, edge(800) - 400) + 1e-6);
      }),
    );
  });
});

describe('keys', () => {
  const press = (key: string, facts: Partial<Parameters<typeof keyAction>[0]> = {}) =>
    keyAction({ key, hasModifier: false, isRightToLeft: false, isZoomed: false, ...facts });

  it.each([
    ['ArrowRight', 'next'],
    ['ArrowLeft', 'previous'],
    ['Home', 'first'],
    ['End', 'last'],
    ['PageDown', 'next'],
  ])('%s leads to the %s', (key, to) => {
    expect(press(key)).toEqual({ do: 'go', to });
  });

  it('mirrors arrows where one reads from right to left', () => {
    expect(press('ArrowRight', { isRightToLeft: true })).toEqual({ do: 'go', to: 'previous' });
    expect(press('ArrowLeft', { isRightToLeft: true })).toEqual({ do: 'go', to: 'next' });
    expect(press('Home', { isRightToLeft: true })).toEqual({ do: 'go', to: 'first' });
  });

  it('moves around in a zoomed picture by arrows, and on by the others', () => {
    expect(press('ArrowRight', { isZoomed: true })).toEqual({ do: 'pan', x: -1, y: 0 });
    expect(press('ArrowUp', { isZoomed: true })).toEqual({ do: 'pan', x: 0, y: 1 });
    expect(press('PageDown', { isZoomed: true })).toEqual({ do: 'go', to: 'next' });
  });

  it.each([
    ['+', 'in'],
    ['=', 'in'],
    ['-', 'out'],
    ['0', 'reset'],
  ])('%s zooms %s', (key, how) => {
    expect(press(key)).toEqual({ do: 'zoom', how });
  });

  it('leaves everything else to the browser', () => {
    expect(press('ArrowUp')).toBeUndefined();
    expect(press('Tab')).toBeUndefined();
    expect(press('-', { hasModifier: true })).toBeUndefined();
  });
});
