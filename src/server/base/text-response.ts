const texts = new WeakMap<Response, string>();

/**
 * A response whose text stands beside it until it leaves: a stream made of it would cost a call more
 * than most of what the proxy does, and Node needs none. Whoever else gets it gets `withBody` of it.
 */
export function textResponse(text: string, init: ResponseInit): Response {
  const response = new Response(null, init);
  texts.set(response, text);
  return response;
}

export function knownText(response: Response): string | undefined {
  return texts.get(response);
}

/** As anybody reads it. */
export function withBody(response: Response): Response {
  const text = texts.get(response);
  return text === undefined ? response : new Response(text, { status: response.status, headers: response.headers });
}
