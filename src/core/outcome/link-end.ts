const SECOND_MS = 1000;
/** Less is a length of time, or a number of something else. */
const EARLIEST_MS = Date.UTC(2001, 8, 9);

/**
 * When a signed link dies, as far as it says so itself; milliseconds since the epoch. Nothing is
 * assumed of any other: it may lead into a bucket of the app's own, where nothing dies.
 */
export function endOfLink(url: string): number | undefined {
  const fields = fieldsOf(url);
  if (fields === undefined) return undefined;
  const ends: number[] = [];
  for (const [name, value] of fields) {
    // Of AWS, Google, and whoever signs as they do: so many seconds from a moment on.
    const signer = /^x-(\w+)-expires$/.exec(name)?.[1];
    if (signer !== undefined) ends.push(basicTime(fields.get(`x-${signer}-date`)) + seconds(value));
    // Seconds since the epoch of CloudFront and others; a date of Azure.
    if (name === 'expires') ends.push(seconds(value));
    if (name === 'se' && /^\d{4}-\d\d-\d\d/.test(value)) ends.push(Date.parse(value));
  }
  const known = ends.filter((end) => end > EARLIEST_MS);
  return known.length === 0 ? undefined : Math.min(...known);
}

function fieldsOf(url: string): Map<string, string> | undefined {
  try {
    const { protocol, searchParams } = new URL(url);
    if (!/^https?:$/.test(protocol)) return undefined;
    return new Map([...searchParams].map(([name, value]) => [name.toLowerCase(), value]));
  } catch {
    return undefined;
  }
}

const seconds = (text: string): number => (/^\d{1,11}$/.test(text) ? Number(text) * SECOND_MS : Number.NaN);

/** `20261128T080910Z`, which no parser of a platform takes. */
function basicTime(text = ''): number {
  return Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}
