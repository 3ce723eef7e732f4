/** How many times faster than its own speed a gateway is, until somebody does something. */
const HURRY = 10;

/** What a person does first. A click that a story makes by itself is none of them. */
const DEEDS = ['pointerdown', 'keydown'] as const;

/** A gateway's speed that hurries until the page is touched: what a story begins with is there at once, what a person asks for takes its time. */
export function createHurry(speed: number): { speed(): number; end(): void } {
  let isHurried = true;
  const end = () => {
    isHurried = false;
    for (const deed of DEEDS) removeEventListener(deed, end, true);
  };
  for (const deed of DEEDS) addEventListener(deed, end, true);
  return { speed: () => (isHurried ? speed * HURRY : speed), end };
}
