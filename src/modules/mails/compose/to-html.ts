import type { Locale } from '../../../kernel/index.ts';
import { type Block, isWebAddress, type Letter, type Letterhead } from './blocks.ts';
import { escaped, escapedLines } from './escaped.ts';
import { figureHtml, headingHtml, tableHtml } from './numbers-html.ts';
import { DARK, STYLES } from './styles.ts';

/**
 * The letter as HTML that mail clients take: no tables to lay out, styles beside what they style, one column that fits a
 * telephone, and colours that hold in the dark. Every text is escaped here and nowhere else.
 */
export function toHtml(letter: Letter, head: Letterhead, locale: Locale): string {
  const { subject, preview, blocks } = letter;
  return `<!doctype html>
<html lang="${escaped(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>${DARK}</style>
</head>
<body class="page" style="${STYLES.page}">
<div style="${STYLES.preview}">${escaped(preview)}</div>
<div role="article" aria-label="${escaped(subject)}" class="sheet" style="${STYLES.sheet}">
<p class="shop" style="${STYLES.shop}">${escaped(head.shopName)}</p>
${blocks.map(blockHtml).join('\n')}
</div>
${footHtml(head)}
</body>
</html>
`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `<h1 style="${STYLES.title}">${escaped(block.text)}</h1>`;
    case 'text':
      return `<p style="${STYLES.text}">${escapedLines(block.text)}</p>`;
    case 'quote':
      return (
        `<p class="soft" style="${STYLES.label}">${escaped(block.label)}</p>` +
        `<blockquote class="edge" style="${STYLES.quote}">${escapedLines(block.text)}</blockquote>`
      );
    case 'button':
      return buttonHtml(block.label, block.href);
    case 'code':
      return `<p class="box" style="${STYLES.code}">${escaped(block.code)}</p>`;
    case 'items':
      return `<ul class="edge" style="${STYLES.list}">${block.items.map(itemHtml).join('')}</ul>`;
    case 'amounts':
      return `<div class="edge" style="${STYLES.amounts}">${block.rows.map(amountHtml).join('')}</div>`;
    case 'facts':
      return block.facts
        .map(
          ({ label, lines }) =>
            `<p class="soft" style="${STYLES.label}">${escaped(label)}</p>` +
            `<p style="${STYLES.fact}">${lines.map(escaped).join('<br>')}</p>`,
        )
        .join('');
    case 'heading':
      return headingHtml(block.text, block.detail);
    case 'figures':
      return `<div style="${STYLES.figures}">${block.figures.map(figureHtml).join('')}</div>`;
    case 'picture':
      return `<img src="cid:${escaped(block.cid)}" alt="${escaped(block.alt)}" width="512" style="${STYLES.picture}">`;
    case 'table':
      return tableHtml(block.columns, block.rows);
    case 'small':
      return `<p class="soft" style="${STYLES.small}">${escapedLines(block.text)}${linkHtml(block.link)}</p>`;
  }
}

function buttonHtml(label: string, href: string): string {
  if (!isWebAddress(href)) return `<p style="${STYLES.text}">${escaped(label)}</p>`;
  return `<p style="${STYLES.text}"><a class="button" href="${escaped(href)}" style="${STYLES.button}">${escaped(label)}</a></p>`;
}

function linkHtml(link: { readonly label: string; readonly href: string } | undefined): string {
  if (!link || !isWebAddress(link.href)) return '';
  return ` <a class="soft" href="${escaped(link.href)}" style="${STYLES.link}">${escaped(link.label)}</a>`;
}

function itemHtml({ title, detail, amount }: { title: string; detail: string; amount: string }): string {
  const right = amount === '' ? '' : `<span style="${STYLES.right}">${escaped(amount)}</span>`;
  const below =
    detail === '' ? '' : `<br><span class="soft" style="${STYLES.detail}">${escaped(detail)}</span>`;
  return `<li class="edge" style="${STYLES.item}">${right}${escaped(title)}${below}</li>`;
}

function amountHtml({
  label,
  amount,
  isTotal,
}: {
  label: string;
  amount: string;
  isTotal?: boolean;
}): string {
  const style = isTotal ? STYLES.total : STYLES.amount;
  return `<div style="${style}"><span style="${STYLES.right}">${escaped(amount)}</span>${escaped(label)}</div>`;
}

function footHtml({ shopName, shopUrl, imprint, contact }: Letterhead): string {
  const name = isWebAddress(shopUrl)
    ? `<a class="soft" href="${escaped(shopUrl)}" style="${STYLES.link}">${escaped(shopName)}</a>`
    : escaped(shopName);
  const lines = [...imprint, contact].filter((line) => line !== '').map(escaped);
  return `<div class="soft" style="${STYLES.foot}">${[name, ...lines].join('<br>')}</div>`;
}
