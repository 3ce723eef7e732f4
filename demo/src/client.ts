import { createClient } from 'bytespike-react';

/** One for the whole app, and for the one person who uses this machine. The key is on the other side of this address. */
export const client = createClient({ baseUrl: '/api/bytespike', scope: 'local' });
