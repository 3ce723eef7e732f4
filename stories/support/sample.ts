/** A picture to start from, as a person's own file would be; drawn here, so that no network is needed. */
export async function samplePicture(): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = 512;
  canvas.height = 512;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('This browser has no canvas to draw the sample picture on.');
  const sky = pen.createLinearGradient(0, 0, 0, 512);
  sky.addColorStop(0, '#a0c4ff');
  sky.addColorStop(1, '#ffd6a5');
  pen.fillStyle = sky;
  pen.fillRect(0, 0, 512, 512);
  pen.fillStyle = '#6b4f3a';
  pen.fillRect(0, 380, 512, 132);
  // By a data URL: a blob of the canvas would wait until the page stands still.
  const bytes = Uint8Array.from(atob(canvas.toDataURL('image/png').split(',')[1]!), (byte) => byte.charCodeAt(0));
  return new File([bytes], 'beach.png', { type: 'image/png' });
}

/** A mask of that picture: its sky may change. */
export async function sampleMask(): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 512, height: 512 });
  canvas.getContext('2d')?.fillRect(0, 240, 512, 272);
  const bytes = Uint8Array.from(atob(canvas.toDataURL('image/png').split(',')[1]!), (byte) => byte.charCodeAt(0));
  return new File([bytes], 'mask.png', { type: 'image/png' });
}
