import { afterEach, describe, expect, it, vi } from 'vitest';
import { watchMultiplexed } from '../../../src/core/wire/multiplexed.js';

type Told = { name: string; nextHopProtocol: string };
let tell: (...entries: Told[]) => void;

class Observer {
  constructor(callback: (list: { getEntries: () => Told[] }) => void) {
    tell = (...entries) => callback({ getEntries: () => entries });
  }
  observe(): void {}
}

function watching() {
  vi.stubGlobal('document', {});
  vi.stubGlobal('PerformanceObserver', Observer);
  return watchMultiplexed(() => 'https://app.example/api');
}

afterEach(() => vi.unstubAllGlobals());

const own = (nextHopProtocol: string): Told => ({ name: 'https://app.example/api/v1/tasks/submit', nextHopProtocol });

describe('whether requests share a connection', () => {
  it.each([
    ['h2', true],
    ['h3', true],
    ['http/1.1', false],
    ['', false],
  ])('is told by %j: %s', (protocol, expected) => {
    const multiplexed = watching();
    tell(own(protocol));
    expect(multiplexed.get()).toBe(expected);
  });

  it('is not told by requests to elsewhere, nor by those of which nothing is said', () => {
    const multiplexed = watching();
    tell({ name: 'https://app.example/api-of-others/x', nextHopProtocol: 'h2' }, { name: 'https://cdn.example/api/', nextHopProtocol: 'h3' });
    expect(multiplexed.get()).toBe(false);
    tell(own('h2'), own(''));
    expect(multiplexed.get()).toBe(true);
  });

  it('is anybody’s guess after a connection broke, until the next answer', () => {
    const multiplexed = watching();
    tell(own('h2'));
    multiplexed.forget();
    expect(multiplexed.get()).toBe(false);
    tell(own('http/1.1'));
    expect(multiplexed.get()).toBe(false);
    tell(own('h2'));
    expect(multiplexed.get()).toBe(true);
  });

  it('is unknown where nothing can be observed, and on a server', () => {
    vi.stubGlobal('PerformanceObserver', undefined);
    expect(watchMultiplexed(() => 'https://app.example').get()).toBe(false);
    vi.stubGlobal('document', {});
    expect(watchMultiplexed(() => 'https://app.example').get()).toBe(false);
  });
});
