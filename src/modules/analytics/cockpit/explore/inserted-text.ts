import type { Choice, Completion } from '../../language/complete.ts';

/**
 * The text with a choice in place of what was being written, and a space after it to go on; where the cursor is then.
 *
 * @example insertedText('SHOW net', { from: 5, to: 8, … }, { text: 'net_sales', … }) // 'SHOW net_sales ', 15
 */
export function insertedText(
  draft: string,
  { from, to }: Pick<Completion, 'from' | 'to'>,
  { text }: Pick<Choice, 'text'>,
): { readonly text: string; readonly offset: number } {
  const rest = draft.slice(to);
  const space = rest.startsWith(' ') ? '' : ' ';
  return { text: draft.slice(0, from) + text + space + rest, offset: from + text.length + 1 };
}
