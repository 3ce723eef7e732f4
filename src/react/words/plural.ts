/** What is said for each plural category that a language has; `other` also for those that are left out. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const rules = new Map<string, Intl.PluralRules>();

/** The form for a number of things, as the language's own rules choose it. The number itself is written into the forms. */
export function plural(locale: string, count: number, forms: PluralForms): string {
  const known = rules.get(locale) ?? new Intl.PluralRules(locale);
  rules.set(locale, known);
  return forms[known.select(count)] ?? forms.other;
}
