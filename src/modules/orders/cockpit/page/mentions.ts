type Named = { readonly id: string; readonly name: string };

/** Ids of the members whom a note names as `@Ada` or `@Ada Byron`, whatever the case. */
export function mentionedIn(text: string, members: readonly Named[]): string[] {
  const low = text.toLowerCase();
  return members
    .filter(({ name }) => {
      const whole = name.toLowerCase();
      const [first = whole] = whole.split(' ');
      return names(low, whole) || names(low, first);
    })
    .map(({ id }) => id);
}

function names(text: string, name: string): boolean {
  if (name === '') return false;
  const at = text.indexOf(`@${name}`);
  const next = text[at + name.length + 1] ?? ' ';
  return at >= 0 && !/[\p{L}\p{N}]/u.test(next);
}
