import { fuzzUploads } from '../support/upload-fuzz.js';

fuzzUploads(10_000);
