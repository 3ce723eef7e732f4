/** What is said of a picture on its way. Figures and moments are formatted for the locale already. */
export interface UploadMessages {
  /** While it is turned upright and made smaller. */
  preparing: string;
  sending(percent: string): string;
  cancel: string;
  /** No picture that can be read. */
  unsupported: string;
  /** The format of iPhones, which this browser cannot read. */
  heic: string;
  /** As many were sent as are taken for a time; `retryAt` is a time of day. */
  limit(retryAt: string | undefined): string;
  offline: string;
}

export const englishUploads: UploadMessages = {
  preparing: 'Preparing the picture',
  sending: (percent) => `Uploading the picture: ${percent}`,
  cancel: 'Cancel the upload',
  unsupported: 'This is no picture that can be used. Choose a PNG, JPEG or WebP picture.',
  heic: 'This is a HEIC picture, which this browser cannot read. Save it as JPEG, and choose that.',
  limit: (retryAt) => (retryAt === undefined ? 'You sent many pictures. Try again later.' : `You sent many pictures. Try again at ${retryAt}.`),
  offline: 'You are offline, and nothing was sent. Try again when you are back.',
};
