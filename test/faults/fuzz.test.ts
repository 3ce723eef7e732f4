import { fuzzProxy } from '../support/proxy-fuzz.js';

fuzzProxy(10_000);
