// Whether anything lies under a name, seen before what reads it is loaded.
import { expect, it } from 'vitest';
import { mayHold } from '../../../src/core/records/may-hold.js';
import { entriesOf, type TaskStoreOptions } from '../../../src/core/records/storage.js';
import { createMemoryStorage } from '../../support/memory-storage.js';

const SLOT = 'slot:cover';

it('is what was written under it, of this user alone', () => {
  const storage = createMemoryStorage();
  const [mine, theirs]: TaskStoreOptions[] = [{ storage, scope: 'me' }, { storage, scope: 'somebody else' }];
  expect(mayHold(mine!, SLOT)).toBe(false);
  entriesOf(mine!).write(SLOT, 'bs_1');
  expect([mayHold(mine!, SLOT), mayHold(theirs!, SLOT), mayHold(mine!, 'slot:other')]).toEqual([true, false, false]);
  entriesOf(mine!).erase(SLOT);
  expect(mayHold(mine!, SLOT)).toBe(false);
});

it('is not denied where only memory could tell, or nobody', () => {
  const full = createMemoryStorage();
  full.setItem = () => {
    throw new DOMException('', 'QuotaExceededError');
  };
  const kept: TaskStoreOptions = { storage: full, scope: undefined };
  expect(mayHold(kept, SLOT)).toBe(false);
  entriesOf(kept).write(SLOT, 'bs_1');
  expect(mayHold(kept, SLOT)).toBe(true);
  expect(mayHold({ storage: null, scope: undefined }, SLOT)).toBe(true);
  const denied = createMemoryStorage();
  denied.getItem = () => {
    throw new DOMException('', 'SecurityError');
  };
  expect(mayHold({ storage: denied, scope: undefined }, SLOT)).toBe(true);
});
