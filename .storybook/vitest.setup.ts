// A story that makes the console speak fails, as every other test does.
import '../test/setup/console.js';
import '../test/setup/patience.js';
