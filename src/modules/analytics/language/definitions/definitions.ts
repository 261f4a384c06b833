/**
 * What definitions say in another language, by their English text, which stands with the formula: who changes the one is told
 * by a test that the others say something else now.
 */
export type Definitions = Readonly<Record<string, string>>;

/** @example definitionIn(DEFINITIONS, 'Ad spend ÷ clicks.') // 'Werbekosten ÷ Klicks.' */
export function definitionIn(definitions: Definitions, english: string): string {
  return Object.hasOwn(definitions, english) ? (definitions[english] ?? english) : english;
}
