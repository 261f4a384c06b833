/** `['lines', 2, 'quantity']` is `lines[2].quantity`; the whole body is `body`. */
export function fieldOf(path: readonly PropertyKey[], place: string): string {
  if (path.length === 0) return place;
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}
