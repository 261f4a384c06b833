import { hash } from 'node:crypto';

const MOST_NAMES = 500;
const names = new Map<string, string>();

/** The same name for the same text; '' (planned each time) beyond what a process has of its own, so that it is bounded. */
export function statementName(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST_NAMES) return '';
  const name = hash('sha1', text, 'hex');
  names.set(text, name);
  return name;
}
