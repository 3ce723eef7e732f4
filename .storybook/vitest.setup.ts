// A story that makes the console speak fails, as every other test does.
import '../test/setup/calm.js';
import '../test/setup/console.js';
import '../test/setup/owner-stacks.js';
import '../test/setup/patience.js';
