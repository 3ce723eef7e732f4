/** How gateways and the models behind them say that a safety filter stopped something, word by word in snake case. */
// Alone, `blocked` is the filter's word; an account or an address that is blocked says which.
const BLOCKED =
  /^blocked$|(^|_)(safety|moderat(ion|ed)|nsfw|watermark|(content|usage)_policy|policy_(violat(ion|ed)|blocked)|content_(filter(ed)?|block(ed)?|violation|rejected)|prohibited|sensitive|harmful|unsafe|inappropriate|responsible_ai|(prompt|(in|out)put|image|video|result)_blocked|blocked_(prompt|(in|out)put|content))(_|$)/;

/** Whether the code of a failure says that a safety filter stopped it, in whatever case and with whatever between its words. */
export function isBlocked(code: string): boolean {
  const words = code.replace(/([a-z\d])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3_$2$4').toLowerCase();
  return BLOCKED.test(words.replace(/[^a-z\d]+/g, '_').replace(/^_+|_+$/g, ''));
}
