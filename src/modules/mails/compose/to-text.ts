import { type Block, isWebAddress, type Letter, type Letterhead } from './blocks.ts';

/** The letter as plain text (RFC 3676 without its flowing): for readers of text, and for who does not trust HTML. */
export function toText(letter: Letter, head: Letterhead): string {
  const foot = ['--', head.shopName, ...head.imprint, head.contact, head.shopUrl];
  return `${[...letter.blocks.map(blockText), foot.filter((line) => line !== '').join('\n')].join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `${block.text}\n${'='.repeat(Math.min(block.text.length, 72))}`;
    case 'text':
      return block.text;
    case 'quote':
      return `${block.label}:\n${block.text.replaceAll(/^/gm, '> ')}`;
    case 'button':
      return isWebAddress(block.href) ? `${block.label}:\n${block.href}` : block.label;
    case 'code':
      return `    ${block.code}`;
    case 'items':
      return block.items.map(({ title, detail, amount }) => lineOf(title, detail, amount)).join('\n');
    case 'amounts':
      return block.rows.map(({ label, amount }) => `${label}: ${amount}`).join('\n');
    case 'facts':
      return block.facts.map(({ label, lines }) => `${label}:\n${indent(lines)}`).join('\n\n');
    case 'heading':
      return [`${block.text}\n${'-'.repeat(Math.min(block.text.length, 72))}`, block.detail]
        .filter((line) => line !== '')
        .join('\n');
    case 'figures':
      return block.figures
        .map(({ label, value, change }) => `${label}: ${value}${change === '' ? '' : ` (${change})`}`)
        .join('\n');
    case 'picture':
      return `[${block.alt}]`;
    case 'table':
      return [block.columns, ...block.rows.map(({ cells }) => cells)]
        .map((cells) => cells.join(' | '))
        .join('\n');
    case 'small':
      return block.link ? `${block.text}\n${block.link.label}: ${block.link.href}` : block.text;
  }
}

function lineOf(title: string, detail: string, amount: string): string {
  const first = amount === '' ? `- ${title}` : `- ${title}: ${amount}`;
  return detail === '' ? first : `${first}\n  ${detail}`;
}

function indent(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n');
}
