import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;

const BREAKS = new Set([
  'p',
  'br',
  'hr',
  'h2',
  'h3',
  'h4',
  'li',
  'tr',
  'table',
  'ul',
  'ol',
  'blockquote',
  'caption',
]);

/**
 * The words of sanitised HTML, a line for each paragraph, heading, item of a list and row of a table.
 *
 * @example
 * textLines('<h2>Terms</h2><ul><li>One &amp; two</li></ul>') // ['Terms', 'One & two']
 */
export function textLines(html: string): string[] {
  const text = parseFragment(html).childNodes.map(wordsOf).join('');
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function wordsOf(node: Node): string {
  if ('value' in node) return node.value.replace(/\s+/g, ' ');
  if (!('tagName' in node)) return '';
  const inside = node.childNodes.map(wordsOf).join('');
  if (BREAKS.has(node.tagName)) return `\n${inside}\n`;
  return /^t[dh]$/.test(node.tagName) ? `${inside} ` : inside;
}
