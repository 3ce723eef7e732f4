// Colours as `#rrggbb`, since that is what all three drawers take.

type Channels = readonly [red: number, green: number, blue: number];

function channelsOf(color: string): Channels {
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function colorOf(channels: readonly number[]): string {
  return `#${channels.map((channel) => Math.round(Math.min(255, Math.max(0, channel))).toString(16).padStart(2, '0')).join('')}`;
}

/** `part` of the way from one to the other, 0 to 1. */
export function mix(from: string, to: string, part: number): string {
  const end = channelsOf(to);
  return colorOf(channelsOf(from).map((channel, index) => channel + (end[index]! - channel) * part));
}

/** What a thing of this colour looks like in light of that one. */
export function lit(color: string, light: string): string {
  const filter = channelsOf(light);
  return colorOf(channelsOf(color).map((channel, index) => (channel * filter[index]!) / 255));
}

/** How bright a colour seems, 0 to 1. */
export function brightness(color: string): number {
  const [red, green, blue] = channelsOf(color);
  return (red * 0.299 + green * 0.587 + blue * 0.114) / 255;
}
