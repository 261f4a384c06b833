/** Text as XML 1.0 may carry it: markup escaped, and the control characters that no XML document allows left out. */
export function xmlText(text: string): string {
  return text.replace(MARKUP_OR_FORBIDDEN, (character) => ESCAPES.get(character) ?? '');
}

// XML 1.0, production [2] Char: of the C0 controls only tab, line feed and carriage return; no lone surrogates.
const MARKUP_OR_FORBIDDEN = /[&<>"']|[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
]);
