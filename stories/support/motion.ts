const QUERY = 'prefers-reduced-motion';

/** Rules that ask for reduced motion, and what they asked as they were written. */
const asked = new WeakMap<CSSMediaRule, string>();

/**
 * Makes the page's style sheets behave as with the setting of the operating system, which a page
 * cannot change: the rules stay as they are, and their condition is made true or false.
 */
export function applyMotion(motion: 'system' | 'full' | 'reduced'): void {
  for (const rule of [...document.styleSheets].flatMap((sheet) => mediaRules(sheet.cssRules))) {
    const original = asked.get(rule) ?? rule.media.mediaText;
    if (!original.includes(QUERY)) continue;
    asked.set(rule, original);
    const wantsReduced = !original.includes('no-preference');
    rule.media.mediaText = motion === 'system' ? original : wantsReduced === (motion === 'reduced') ? 'all' : 'not all';
  }
}

function mediaRules(rules: CSSRuleList): CSSMediaRule[] {
  return [...rules].flatMap((rule) => [
    ...(rule instanceof CSSMediaRule ? [rule] : []),
    ...(rule instanceof CSSGroupingRule ? mediaRules(rule.cssRules) : []),
    ...(rule instanceof CSSImportRule && rule.styleSheet !== null ? mediaRules(rule.styleSheet.cssRules) : []),
  ]);
}
