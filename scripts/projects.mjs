/** What says whether something behaves otherwise: `npm test`. */
export const behaviour = ['unit', 'browser', 'e2e'];

/** What goes through all there is, state by state, page by page and model by model: `npm run test:walks`. */
export const walks = ['walks', 'looks', 'stories', 'built'];

/** The arguments by which Vitest runs these alone. */
export const only = (projects) => projects.flatMap((name) => ['--project', name]);
