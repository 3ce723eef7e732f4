// A story that makes the console speak fails, as every other test does.
import '../test/setup/console.js';
import '../test/setup/patience.js';
import { configure } from 'storybook/test';
import { PATIENCE_MS } from '../test/support/patience.js';

configure({ asyncUtilTimeout: PATIENCE_MS });
