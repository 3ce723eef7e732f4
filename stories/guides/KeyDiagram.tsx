import type { CSSProperties, ReactNode } from 'react';

const TEXT: CSSProperties = { fill: 'var(--bs-text)', fontSize: 14, fontWeight: 600 };
const SMALL: CSSProperties = { fill: 'var(--bs-muted)', fontSize: 12 };
const KEY: CSSProperties = { ...SMALL, fill: 'var(--bs-accent)', fontWeight: 560 };

const SAID =
  'The browser sends a request with the user’s session to your server. There the proxy checks it, adds the key, and sends it to the gateway. The key never reaches the browser.';

const BROWSER = { title: 'Browser', lines: ['hooks and components', 'the user’s session', 'no key'] };
const SERVER = { title: 'Your server', lines: ['createProxy', 'who, how much, what', 'adds the key'] };
const GATEWAY = { title: 'ByteSpike gateway', lines: ['models', 'tasks', 'billing'] };

/** The way of a request, and how far the key goes: from left to right, or down where there is no room. */
export function KeyDiagram(): ReactNode {
  return (
    <figure className="bs-docs-figure sb-unstyled">
      <svg data-for="wide" viewBox="0 0 760 210" role="img" aria-label={SAID}>
        <rect x="282" y="8" width="470" height="194" rx="16" fill="var(--bs-accent-soft)" />
        <text x="298" y="34" style={KEY}>
          The key is here
        </text>
        <Box x={8} y={50} {...BROWSER} />
        <Box x={298} y={50} {...SERVER} />
        <Box x={562} y={50} {...GATEWAY} />
        <Way x={192} y={116} length={100} label="/api/bytespike" labelX={236} />
        <Way x={482} y={116} length={74} label="Bearer key" labelX={519} />
      </svg>
      <svg data-for="narrow" viewBox="0 0 260 540" role="img" aria-label={SAID}>
        <rect x="8" y="196" width="244" height="340" rx="16" fill="var(--bs-accent-soft)" />
        <text x="24" y="220" style={KEY}>
          The key is here
        </text>
        <Box x={41} y={4} {...BROWSER} />
        <Box x={41} y={232} {...SERVER} />
        <Box x={41} y={400} {...GATEWAY} />
        <Way x={130} y={138} length={90} label="/api/bytespike" labelX={180} down />
        <Way x={130} y={366} length={30} label="Bearer key" labelX={176} down />
      </svg>
      <figcaption>Answers take the same way back. The proxy takes the key, cookies and internals out of them.</figcaption>
    </figure>
  );
}

function Box({ x, y, title, lines }: { x: number; y: number; title: string; lines: readonly string[] }): ReactNode {
  return (
    <g>
      <rect x={x} y={y} width="178" height="130" rx="10" fill="var(--bs-surface)" stroke="var(--bs-line-strong)" />
      <text x={x + 16} y={y + 30} style={TEXT}>
        {title}
      </text>
      {lines.map((line, index) => (
        <text key={line} x={x + 16} y={y + 56 + index * 22} style={SMALL}>
          {line}
        </text>
      ))}
    </g>
  );
}

function Way({ x, y, length, label, labelX, down = false }: { x: number; y: number; length: number; label: string; labelX: number; down?: boolean }): ReactNode {
  const turned = down ? `rotate(90 ${x} ${y})` : undefined;
  return (
    <g>
      <path
        transform={turned}
        d={`M${x} ${y}h${length}m-6 -4 6 4-6 4M${x + 6} ${y - 4}l-6 4 6 4`}
        fill="none"
        stroke="var(--bs-muted)"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <text x={labelX} y={down ? y + length / 2 + 4 : y - 12} textAnchor="middle" style={{ ...SMALL, fontSize: 11 }}>
        {label}
      </text>
    </g>
  );
}
