import * as React from 'react';

// React notes for the first 10,000 elements of a second where each was made, for a developer who debugs: six sevenths of
// what an element costs, and no test reads it. Said to be noted already, they are made without. Whichever version has no
// such count is as slow as it was.
const internals: unknown = Reflect.get(React, '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE');
const COUNT = 'recentlyCreatedOwnerStacks';

if (typeof internals === 'object' && internals !== null && COUNT in internals) {
  Object.defineProperty(internals, COUNT, { get: () => Infinity, set() {} });
}
