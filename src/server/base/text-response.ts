const texts = new WeakMap<Response, string>();

/** A response whose text the adapter for Node can write at once, without reading it from a stream. */
export function textResponse(text: string, init: ResponseInit): Response {
  const response = new Response(text, init);
  texts.set(response, text);
  return response;
}

export function knownText(response: Response): string | undefined {
  return texts.get(response);
}
