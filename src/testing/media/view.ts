/** What a camera sees of a picture: `zoom` times as near as all of it, `x` and `y` from 0 to 1 across what is then out of sight. */
export interface View {
  zoom: number;
  x: number;
  y: number;
}

interface Size {
  width: number;
  height: number;
}

interface Part extends Size {
  left: number;
  top: number;
}

/** The largest part of a picture, out of its middle, that has the shape of a film. */
export function middleOf(picture: Size, { width, height }: Size): Part {
  const scale = Math.min(picture.width / width, picture.height / height);
  const part = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  return { ...part, left: Math.round((picture.width - part.width) / 2), top: Math.round((picture.height - part.height) / 2) };
}

/** What of such a part is seen. */
export function partOf(whole: Part, { zoom, x, y }: View): Part {
  const width = Math.max(1, Math.round(whole.width / zoom));
  const height = Math.max(1, Math.round(whole.height / zoom));
  return { width, height, left: whole.left + Math.round((whole.width - width) * x), top: whole.top + Math.round((whole.height - height) * y) };
}
