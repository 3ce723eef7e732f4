/** A picture to start from, as a person's own file would be; drawn here, so that no network is needed. */
export function samplePicture(): Promise<File> {
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
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('The sample picture could not be made.')) : resolve(new File([blob], 'beach.png', { type: 'image/png' }))));
  });
}
