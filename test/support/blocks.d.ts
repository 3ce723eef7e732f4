/** Code blocks of pages, as readme-plugin.ts makes modules of them. What they export is for the test to say. */
declare module 'block:*';
