import type { Glow, Picture, Ridge, Stop } from './picture.js';

/** A picture as an SVG document. */
export function toSvg(picture: Picture): string {
  const { width, height, background, shapes, caption } = picture;
  const { x1, y1, x2, y2 } = background;
  const defs = [
    linear('b', { x1, y1, x2, y2 }, background.stops),
    ...shapes.map((shape, index) => gradient(shape, `s${index}`)),
  ];
  const text = `x="${caption.x}" y="${caption.y}" font-family="Inter, system-ui, 'Noto Sans CJK SC', sans-serif" font-size="${caption.size}" font-weight="500"`;
  const words = escapeXml(caption.text);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<defs>${defs.join('')}</defs>`,
    `<rect width="${width}" height="${height}" fill="url(#b)"/>`,
    ...shapes.map((shape, index) => figure(shape, `url(#s${index})`)),
    `<text ${text} transform="translate(0 ${caption.size / 12})" fill="#000" fill-opacity=".35">${words}</text>`,
    `<text ${text} fill="#fff" fill-opacity=".92">${words}</text>`,
    '</svg>',
  ].join('');
}

function gradient(shape: Glow | Ridge, id: string): string {
  if (shape.shape === 'ridge') return linear(id, { x1: 0, y1: shape.top, x2: 0, y2: shape.bottom }, shape.stops);
  return `<radialGradient id="${id}">${stops(shape.stops)}</radialGradient>`;
}

function linear(id: string, line: Record<'x1' | 'y1' | 'x2' | 'y2', number>, list: readonly Stop[]): string {
  const ends = Object.entries(line).map(([name, value]) => `${name}="${value}"`);
  return `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" ${ends.join(' ')}>${stops(list)}</linearGradient>`;
}

function stops(list: readonly Stop[]): string {
  return list.map(({ at, color, alpha }) => `<stop offset="${at}" stop-color="${color}" stop-opacity="${alpha}"/>`).join('');
}

function figure(shape: Glow | Ridge, fill: string): string {
  if (shape.shape === 'ridge') return `<path d="${shape.path}" fill="${fill}"/>`;
  const { x, y, radius, squash, angle } = shape;
  return `<ellipse rx="${radius}" ry="${radius * squash}" transform="translate(${x} ${y}) rotate(${angle})" fill="${fill}"/>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[letter] ?? letter);
}
