import { joined, PLACE } from './bytes.js';

/** A photo as a phone takes it, made in the page: red above and blue below as the sensor sees it, and the way it was held beside it. */
export async function photoOf(width: number, height: number, orientation = 1, type = 'image/jpeg'): Promise<File> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#f00';
  context.fillRect(0, 0, width, height / 2);
  context.fillStyle = '#00f';
  context.fillRect(0, height / 2, width, height / 2);
  const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!), type));
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return new File([type === 'image/jpeg' ? joined(bytes.subarray(0, 2), exif(orientation), bytes.subarray(2)) : bytes], 'IMG_0001.JPG', { type });
}

/** As EXIF has it: how the camera was held, and a remark that says where. */
function exif(orientation: number): Uint8Array {
  const held = joined('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0', String.fromCharCode(orientation), '\0\0\0\0\0\0', PLACE);
  return joined('\xff\xe1', String.fromCharCode((held.length + 2) >> 8, (held.length + 2) & 255), held);
}

/** The colours in the middle of the upper and the lower half, or of the left and the right one. */
export async function halvesOf(picture: Blob, across: boolean): Promise<string[]> {
  const bitmap = await createImageBitmap(picture);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
  const context = canvas.getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  return [0.25, 0.75].map((part) => {
    const [x, y] = across ? [part, 0.5] : [0.5, part];
    const [red = 0, , blue = 0] = context.getImageData(Math.floor(bitmap.width * x), Math.floor(bitmap.height * y), 1, 1).data;
    return red > blue ? 'red' : 'blue';
  });
}
