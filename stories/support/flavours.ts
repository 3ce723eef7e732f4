import type { StoryContext } from '@storybook/react-vite';

/** What a story's play function is given, with the parts that these stories use. */
type Play = (context: StoryContext) => Promise<void>;

interface PlayedStory {
  play: Play;
  globals: Record<string, string>;
}

/** One journey, told on either library: with TanStack Query, and with SWR. Fast, since a test waits for it. */
export function eachFlavour(play: Play, globals: Record<string, string> = {}): [PlayedStory, PlayedStory] {
  const on = (flavour: string): PlayedStory => ({ play, globals: { flavour, speed: '50', ...globals } });
  return [on('react-query'), on('swr')];
}
