/** A sender: `{ name: 'Mill & Sons', address: 'orders@mill.example' }`. */
export type Mailbox = { readonly name: string; readonly address: string };

/** Reads `Mill & Sons <orders@mill.example>` or `orders@mill.example`; undefined for anything else. */
export function parseMailbox(text: string): Mailbox | undefined {
  const [, name = '', inBrackets, alone] =
    /^(?:"?([^"<>\r\n]*?)"?\s*<([^<>@\s,;]+@[^<>@\s,;]+)>|([^<>@\s,;]+@[^<>@\s,;]+))$/.exec(text.trim()) ??
    [];
  const address = inBrackets ?? alone;
  return address === undefined ? undefined : { name: name.trim(), address };
}
