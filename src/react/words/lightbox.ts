import type { Place } from './asset.js';

export interface LightboxMessages {
  /** Where one is among all; said each time another is shown. */
  place(place: Place): string;
  previous: string;
  next: string;
  close: string;
  zoomIn: string;
  zoomOut: string;
  /** Back to the whole picture. `percent` is formatted for the locale already. */
  zoomReset(percent: string): string;
  /** How far it is zoomed, for who does not see it. */
  zoomed(percent: string): string;
}

export const englishLightbox: LightboxMessages = {
  place: ({ index, count }) => `${index} of ${count}`,
  previous: 'Previous',
  next: 'Next',
  close: 'Close',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: (percent) => `${percent}, show all of it`,
  zoomed: (percent) => `Zoomed to ${percent}`,
};
