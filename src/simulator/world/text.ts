/** A text in both of the demo shop's languages. */
export type Text = { readonly en: string; readonly de: string };

/** `both('Vase | Vase')`: the English before the bar, the German after it. */
export function both(pair: string): Text {
  const [en, de] = pair.split('|').map((part) => part.replace(/\s+/g, ' ').trim());
  if (!en || !de) throw new RangeError(`"${pair}" is not a text in two languages`);
  return { en, de };
}
