/**
 * A redirect would carry the key to wherever it points. Some edge runtimes refuse to build a
 * request with `error`; there the redirect comes back as an answer, and is refused as one.
 */
export const REDIRECT = redirectMode();

function redirectMode(): 'error' | 'manual' {
  try {
    return new Request('https://localhost/', { redirect: 'error' }).redirect === 'error' ? 'error' : 'manual';
  } catch {
    return 'manual';
  }
}
