import 'bytespike-react/styles.css';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A machine that does other things as well is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 });

afterEach(cleanup);
