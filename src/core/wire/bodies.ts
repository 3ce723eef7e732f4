import type { GenerationRequest, ImageRequest, PastTurn, VideoRequest } from '../catalog/requests.js';

/** How the parameters of a submit lie in its body: beside `model`, or under `params`. */
export type WireShape = 'flat' | 'params';

/** Drops what is not set: the gateway's own defaults apply, and `null` is not one of them. */
function compact(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function imageFields(request: ImageRequest): Record<string, unknown> {
  return {
    prompt: request.prompt,
    size: request.size,
    n: request.n,
    quality: request.quality,
    style: request.style,
    output_format: request.outputFormat,
    output_compression: request.outputCompression,
    seed: request.seed,
    negative_prompt: request.negativePrompt,
    aspect_ratio: request.aspectRatio,
  };
}

function videoFields(request: VideoRequest): Record<string, unknown> {
  return {
    prompt: request.prompt,
    duration_seconds: request.durationSeconds,
    resolution: request.resolution,
    aspect_ratio: request.aspectRatio,
    seed: request.seed,
    negative_prompt: request.negativePrompt,
    style_preset: request.stylePreset,
    motion_intensity: request.motionIntensity,
    image_url: request.imageUrl,
  };
}

export function imageBody(request: ImageRequest): Record<string, unknown> {
  return compact({ model: request.model, ...imageFields(request) });
}

/** One turn of a conversation with a model that draws by chatting. `image` is the address of one that it starts from, `history` what was said and drawn before. */
export function chatImageBody(request: ImageRequest, image?: string, history: readonly PastTurn[] = []): Record<string, unknown> {
  return {
    model: request.model,
    messages: [
      ...history.flatMap((turn) => [said(turn.prompt, turn.image), { role: 'assistant', content: turn.images.map(shown) }]),
      said(request.prompt, image),
    ],
    image_output: compact({ size: request.size, quality: request.quality, n: request.n }),
  };
}

function said(prompt: string, image: string | undefined): object {
  return { role: 'user', content: image === undefined ? prompt : [{ type: 'text', text: prompt }, shown(image)] };
}

const shown = (url: string): object => ({ type: 'image_url', image_url: { url } });

export function submitBody(request: GenerationRequest, outTaskId: string, shape: WireShape): Record<string, unknown> {
  // Both kinds' fields: a request holds only its own, and those of the other are undefined.
  const fields = compact({ ...imageFields(request as ImageRequest), ...videoFields(request as VideoRequest) });
  const parameters = shape === 'params' ? { params: fields } : fields;
  return { model: request.model, ...parameters, out_task_id: outTaskId };
}
