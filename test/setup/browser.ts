import 'bytespike-react/styles.css';
import './calm.js';
import './owner-stacks.js';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { PATIENCE_MS } from '../support/patience.js';

// A machine that does other things as well is slow, not wrong.
configure({ asyncUtilTimeout: PATIENCE_MS });

// A tab keeps what it was told from one file to the next, as from one page to the next: tasks of others are none of this one's.
localStorage.clear();
sessionStorage.clear();
for (const { name } of await indexedDB.databases()) if (name !== undefined) indexedDB.deleteDatabase(name);

afterEach(cleanup);
