import { vi } from 'vitest';
import { PATIENT } from '../support/patience.js';

// A second, Vitest's own default, is too short for a machine that does other things as well.
const { waitFor, waitUntil } = vi;
vi.waitFor = (check, options = PATIENT) => waitFor(check, options);
vi.waitUntil = (check, options = PATIENT) => waitUntil(check, options);
