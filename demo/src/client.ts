import { createClient } from 'bytespike-react';

/** One for the whole app. The key is on the other side of this address. */
export const client = createClient({ baseUrl: '/api/bytespike', scope: 'local' });
