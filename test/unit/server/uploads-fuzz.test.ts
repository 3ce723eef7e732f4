import { fuzzUploads } from '../../support/upload-fuzz.js';

// `npm run test:faults` draws 10,000.
fuzzUploads(600);
