// Loaded before a journey begins, so that pages need not wait for them in simulated time.
import '../simulation.js';
import '../../../src/core/image-once.js';
import '../../../src/core/recommend/index.js';
import '../../../src/core/sign-out.js';
