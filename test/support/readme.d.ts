declare module 'readme:0.tsx' {
  import type { ReactNode } from 'react';

  export function Clip(): ReactNode;
}

declare module 'readme:1.tsx' {
  import type { ReactNode } from 'react';

  export function App(props: { userId: string; children: ReactNode }): ReactNode;
}

declare module 'readme:2.tsx' {
  import type { ReactNode } from 'react';

  export function Offer(props: { prompt: string }): ReactNode;
}

declare module 'readme:3.tsx' {
  import type { ReactNode } from 'react';

  export function Cover(props: { onCover: (url: string) => void }): ReactNode;
}

declare module 'readme:4.tsx' {
  import type { ReactNode } from 'react';

  export function Film(props: { prompt: string }): ReactNode;
}

declare module 'readme:0.ts' {
  export const proxy: (request: Request) => Promise<Response>;
}

declare module 'readme:1.ts' {
  import type { CostEstimate, Recommendation } from 'bytespike-react';

  export const model: Recommendation['model'];
  export const params: Recommendation['params'];
  export const reasons: Recommendation['reasons'];
  export const price: CostEstimate | undefined;
}

declare module 'readme:2.ts' {
  import type { Client } from 'bytespike-react';
  import type { SimulatedGateway } from 'bytespike-react/testing';

  export const gateway: SimulatedGateway;
  export const client: Client;
}
