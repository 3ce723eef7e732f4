/** How gateways and the models behind them say that a safety filter stopped something, word by word in snake case. */
const BLOCKED = new RegExp(
  [
    'safety',
    'moderat(ion|ed)',
    'nsfw',
    'watermark',
    '(content|usage|safety)_policy',
    'policy_(violation|violated|blocked)',
    'content_(filter(ed)?|block(ed)?|violation|rejected)',
    '(prohibited|sensitive|harmful|unsafe|inappropriate)(_content)?',
    'responsible_ai',
    '(prompt|input|output|image|video|result)_blocked',
    'blocked_(prompt|input|output|content)',
    // Alone it is the filter's word; an account or an address that is blocked says which.
    '^blocked$',
  ]
    .map((word) => (word.startsWith('^') ? word : `(^|_)${word}(_|$)`))
    .join('|'),
);

/** Whether the code of a failure says that a safety filter stopped it, in whatever case and with whatever between its words. */
export function isBlocked(code: string): boolean {
  const words = code.replace(/([a-z\d])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3_$2$4').toLowerCase();
  return BLOCKED.test(words.replace(/[^a-z\d]+/g, '_').replace(/^_+|_+$/g, ''));
}
