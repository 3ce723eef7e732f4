// A recipe of the Storybook as a file for an app: what is of the Storybook alone is taken away.

/** What its classes look like, in words of Tailwind. Classes of the library stay as they are. */
const LOOKS: Record<string, string> = {
  stack: 'grid gap-3.5',
  'stack chat': 'grid gap-3.5',
  row: 'flex flex-wrap items-center gap-2',
  'row studio-bar': 'flex flex-wrap items-center justify-between gap-2',
  columns: 'grid gap-4 md:grid-cols-2',
  field: 'grid gap-1.5 text-sm text-muted-foreground',
  message: 'max-w-prose justify-self-start rounded-lg bg-muted px-3 py-2',
  dialog: 'm-auto w-full max-w-lg rounded-xl border bg-card text-card-foreground backdrop:bg-black/50',
  own: 'grid justify-items-start gap-5 border-2 p-8 font-serif text-lg',
  product: 'grid items-start gap-6 md:grid-cols-2',
  'product-picture': 'grid aspect-square place-items-center overflow-clip rounded-xl border bg-muted text-muted-foreground',
};

/** What an app does in the place of the simulation. */
const OWN: Record<string, readonly (readonly [said: string, plain: string])[]> = {
  'low-balance': [
    ["import { useSimulation } from '../support/Simulation.js';\n", ''],
    ['LowBalance()', 'LowBalance({ onTopUp }: { onTopUp: () => Promise<void> })'],
    ['  // In your app: send people to your checkout, and read the balance when they are back.\n  const { page } = useSimulation();\n', '  // Through your checkout; the balance is read when people are back.\n'],
    ['page.topUp(10);', 'await onTopUp();'],
  ],
  resuming: [
    ["import { useSimulation } from '../support/Simulation.js';\n", ''],
    ['  const { reload, page } = useSimulation();\n', ''],
    ['onClick={reload}', 'onClick={() => location.reload()}'],
    ['      <p>Billed so far: {page.gateway.ledger.charges.length} times</p>\n', ''],
  ],
};

/**
 * @param name of the recipe, as its file is named
 * @param code of that file
 * @throws Error when the recipe no longer says what is taken away here, or has a class of which nothing says how it looks
 */
export function plain(name: string, code: string): string {
  const own = (OWN[name] ?? []).reduce((text, [said, instead]) => replaced(name, text, said, instead), code);
  const classed = own.replace(/className="([^"]+)"/g, (whole, classes: string) => {
    if (classes.split(' ').every((each) => each.startsWith('bs-'))) return whole;
    const looks = LOOKS[classes];
    if (looks === undefined) throw new Error(`The recipe ${name} has the class "${classes}": say in LOOKS what it looks like in an app.`);
    return `className="${looks}"`;
  });
  const sheet = /from 'bytespike-react'|GenerateButton|GenerationPanel/.test(code) ? "import 'bytespike-react/styles.css';\n" : '';
  return `'use client';\n\n${sheet}${replaced(name, classed, 'export default function', 'export function')}`;
}

function replaced(name: string, text: string, said: string, instead: string): string {
  if (!text.includes(said)) throw new Error(`The recipe ${name} no longer says "${said.trim()}": say anew what an app does in its place.`);
  return text.replace(said, instead);
}
