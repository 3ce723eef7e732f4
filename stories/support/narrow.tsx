import type { ComponentType } from 'react';
import { expect } from 'storybook/test';

/**
 * A narrow column, in which every component of this class must fit.
 *
 * @param selector of the components
 */
export const narrow = (selector: string) => ({
  decorators: [
    (Story: ComponentType) => (
      <div style={{ maxInlineSize: 288 }}>
        <Story />
      </div>
    ),
  ],
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    const all = [...canvasElement.querySelectorAll(selector)];
    await expect(all.length).toBeGreaterThan(0);
    for (const each of all) await expect(each.scrollWidth).toBeLessThanOrEqual(each.clientWidth);
  },
});
