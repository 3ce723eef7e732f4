import type { Picture, Shape, Span, Stop } from './shapes.js';

/** What is on most machines, and reads at every size. */
export const FONTS = "Inter, system-ui, 'Noto Sans', 'Noto Sans CJK SC', 'DejaVu Sans', sans-serif";

/** A picture as an SVG document. */
export function toSvg({ width, height, background, shapes }: Picture): string {
  const defs = [linear('b', background, background.stops), ...shapes.map((shape, index) => gradient(shape, `s${index}`))];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<defs>${defs.join('')}</defs>`,
    `<rect width="${width}" height="${height}" fill="url(#b)"/>`,
    ...shapes.map((shape, index) => figure(shape, `s${index}`)),
    '</svg>',
  ].join('');
}

function gradient(shape: Shape, id: string): string {
  if (shape.shape === 'glow') return `<radialGradient id="${id}">${stops(shape.stops)}</radialGradient>`;
  return shape.shape === 'area' && shape.stops.length > 1 ? linear(id, shape.span, shape.stops) : '';
}

function linear(id: string, { x1, y1, x2, y2 }: Span, list: readonly Stop[]): string {
  const ends = Object.entries({ x1, y1, x2, y2 }).map(([name, value]) => `${name}="${value}"`);
  return `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" ${ends.join(' ')}>${stops(list)}</linearGradient>`;
}

function stops(list: readonly Stop[]): string {
  return list.map(({ at, color, alpha }) => `<stop offset="${at}" stop-color="${color}" stop-opacity="${alpha}"/>`).join('');
}

function figure(shape: Shape, id: string): string {
  switch (shape.shape) {
    case 'area':
      return `<path d="${shape.path}" ${shape.stops.length > 1 ? `fill="url(#${id})"` : plain('fill', shape.stops[0]!)}/>`;
    case 'line':
      return `<path d="${shape.path}" fill="none" ${plain('stroke', shape)} stroke-width="${shape.width}" stroke-linecap="round" stroke-linejoin="round"/>`;
    case 'letters': {
      const { x, y, size, angle, text } = shape;
      return `<text transform="translate(${x} ${y}) rotate(${angle})" text-anchor="middle" font-family="${FONTS}" font-size="${size}" font-weight="700" ${plain('fill', shape)}>${escapeXml(text)}</text>`;
    }
    case 'glow': {
      const { x, y, radius, squash, angle } = shape;
      return `<ellipse rx="${radius}" ry="${radius * squash}" transform="translate(${x} ${y}) rotate(${angle})" fill="url(#${id})"/>`;
    }
  }
}

function plain(what: 'fill' | 'stroke', { color, alpha }: { color: string; alpha: number }): string {
  return `${what}="${color}" ${what}-opacity="${alpha}"`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[letter] ?? letter);
}
