import 'bytespike-react/styles.css';
import './calm.js';
import './owner-stacks.js';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { PATIENCE_MS } from '../support/patience.js';

// A machine that does other things as well is slow, not wrong.
configure({ asyncUtilTimeout: PATIENCE_MS });

afterEach(cleanup);
