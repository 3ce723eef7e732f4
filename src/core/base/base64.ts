/** The bytes as `btoa` writes a text. */
export function base64(bytes: Uint8Array): string {
  let binary = '';
  // In parts: the whole at once would be too many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
