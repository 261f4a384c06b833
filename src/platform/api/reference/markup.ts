/** Text that is HTML already; everything else is escaped where it is put in. */
export type Markup = { readonly text: string };

type Part = string | Markup | readonly Part[];

/** @example html`<p>${'a < b'}</p>`.text // <p>a &lt; b</p> */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const text = pieces.reduce((all, piece, index) => all + textOf(parts[index - 1] ?? '') + piece);
  return { text };
}

function textOf(part: Part): string {
  if (typeof part === 'string')
    return part.replace(/[&<>"']/g, (character) => ESCAPED[character] ?? character);
  return 'text' in part ? part.text : part.map(textOf).join('');
}

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
