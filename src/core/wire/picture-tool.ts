import type { MessagePictures } from '../catalog/requests.js';

// The gateway's tool that draws within `/v1/messages`. Its reference names it and shows no frame of
// it: this is how Anthropic writes a tool that the server itself runs, and what is read of the answer
// (`message-pictures.ts`) is whatever such a tool may answer by.

/** Both its type and its name. */
export const PICTURE_TOOL = 'image_generation';

/** As it stands in `tools`. */
export function pictureTool({ model, size, quality, most }: MessagePictures): Readonly<Record<string, unknown>> {
  return {
    type: PICTURE_TOOL,
    name: PICTURE_TOOL,
    model,
    ...(size === undefined ? {} : { size }),
    ...(quality === undefined ? {} : { quality }),
    max_uses: most,
  };
}
