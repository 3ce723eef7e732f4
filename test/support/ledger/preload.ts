// Loaded before a journey begins, so that pages need not wait for them in simulated time.
import '../simulation.js';
import '../../../src/core/images/send-once.js';
import '../../../src/core/recommend/index.js';
import '../../../src/core/client/sign-out.js';

// What is loaded is there: nor does a part come late by the machine's clock (test/support/late-parts.ts).
globalThis.askedFor = undefined;
