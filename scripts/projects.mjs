/** What says whether something behaves otherwise: `npm test`. */
export const behaviour = ['unit', 'browser', 'e2e'];

/** What goes through all that can be seen, state by state and page by page: `npm run test:walks`. */
export const walks = ['walks', 'looks', 'stories', 'storybook'];

/** The arguments by which Vitest runs these alone. */
export const only = (projects) => projects.flatMap((name) => ['--project', name]);
