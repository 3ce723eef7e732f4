/**
 * As `fetch`, and tells how much of the body has left. Only `XMLHttpRequest` does: a stream as a body
 * wants HTTP/2, and tells what was read of it and not what was sent.
 */
export function sendWithProgress(request: Request, body: Blob, onProgress: (sent: number) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { signal } = request;
    const call = new XMLHttpRequest();
    call.open(request.method, request.url);
    call.responseType = 'text';
    call.withCredentials = request.credentials === 'include';
    request.headers.forEach((value, name) => call.setRequestHeader(name, value));
    const stop = () => call.abort();
    const failed = (message: string) => () => {
      signal.removeEventListener('abort', stop);
      reject(new TypeError(message));
    };
    call.upload.onprogress = ({ loaded }) => onProgress(loaded);
    call.onerror = failed('The connection broke.');
    call.onabort = failed('The call was stopped.');
    call.onload = () => {
      signal.removeEventListener('abort', stop);
      resolve(new Response(call.responseText, { status: call.status, headers: headersOf(call) }));
    };
    signal.addEventListener('abort', stop);
    if (signal.aborted) failed('The call was stopped.')();
    else call.send(body);
  });
}

function headersOf(call: XMLHttpRequest): Headers {
  const headers = new Headers();
  for (const line of call.getAllResponseHeaders().split('\r\n')) {
    const [name = '', ...rest] = line.split(': ');
    if (name !== '') headers.append(name, rest.join(': '));
  }
  return headers;
}
