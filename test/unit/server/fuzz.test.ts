import { fuzzProxy } from '../../support/proxy-fuzz.js';

// `npm run test:faults` throws five times as many.
fuzzProxy(2000);
