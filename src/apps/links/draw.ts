import {
  asText,
  type Digest,
  type Language,
  type OpenedLink,
  spokenIn,
  writtenAs,
} from '../../modules/reporting/index.ts';
import { escapeHtml } from '../../platform/html/index.ts';
import { STYLE } from './style.ts';

/** What a link shows, as a page. */
export function drawLink({ link, digests, isAway, asOf, shopName, zone }: OpenedLink): string {
  const { words } = spokenIn(link.language);
  const moment = (at: Temporal.Instant, style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(writtenAs(link.language), { ...style, timeZone: zone }).format(
      at.epochMilliseconds,
    );
  const said = isAway
    ? `<section><p class="said">${escapeHtml(words.page.away)}</p></section>`
    : digests.map(drawBlock).join('\n');
  const foot = [
    ...(asOf === undefined ? [] : [words.asOf(moment(asOf, { dateStyle: 'medium', timeStyle: 'short' }))]),
    words.page.until(moment(link.expiresAt, { dateStyle: 'long' })),
  ];
  return page(link.language, link.title, {
    main: `<p class="shop">${escapeHtml(shopName)}</p><h1>${escapeHtml(link.title)}</h1><div class="blocks">${said}</div>`,
    foot: foot.join(' '),
  });
}

/** One thing said, and at most one button. */
export function drawNotice(
  language: Language,
  notice: { readonly title: string; readonly text: string; readonly verb?: string },
): string {
  const { title, text, verb } = notice;
  const form =
    verb === undefined ? '' : `<form method="post"><button type="submit">${escapeHtml(verb)}</button></form>`;
  const said = `<section class="alone"><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${form}</section>`;
  return page(language, title, { main: said, foot: '' });
}

function page(
  language: Language,
  title: string,
  { main, foot }: { readonly main: string; readonly foot: string },
): string {
  const footer = foot === '' ? '' : `<footer>${escapeHtml(foot)}</footer>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>${main}</main>
${footer}
</body>
</html>
`;
}

function drawBlock(digest: Digest, index: number): string {
  const { title, detail, figures, sentences, chart, table, problem } = digest;
  const id = `block-${index + 1}`;
  return [
    `<section aria-labelledby="${id}">`,
    `<h2 id="${id}">${escapeHtml(title)}</h2>`,
    detail === '' ? '' : `<p class="detail">${escapeHtml(detail)}</p>`,
    figures.length === 0 ? '' : `<dl class="figures">${figures.map(drawFigure).join('')}</dl>`,
    sentences.length === 0 ? '' : `<p class="said">${escapeHtml(sentences.join(' '))}</p>`,
    chart === undefined
      ? ''
      : `<figure role="img" aria-label="${escapeHtml(chart.alt)}">${chart.draw(asText).replace('<svg ', '<svg aria-hidden="true" ')}</figure>`,
    table === undefined ? '' : drawTable(table, title),
    problem === undefined ? '' : `<p class="said">${escapeHtml(problem)}</p>`,
    '</section>',
  ].join('');
}

function drawFigure({ label, value, change }: Digest['figures'][number]): string {
  const below = change === '' ? '' : `<dd class="change">${escapeHtml(change)}</dd>`;
  return `<div><dt>${escapeHtml(label)}</dt><dd class="value">${escapeHtml(value)}</dd>${below}</div>`;
}

function drawTable({ columns, rows }: NonNullable<Digest['table']>, title: string): string {
  const heads = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const body = rows.map(({ cells: [first = '', ...others], isTotal }) => {
    const cells = others.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('');
    return `<tr${isTotal ? ' class="total"' : ''}><th scope="row">${escapeHtml(first)}</th>${cells}</tr>`;
  });
  // A table that is wider than a telephone is scrolled, also by keys.
  return (
    `<div class="table" role="group" tabindex="0" aria-label="${escapeHtml(title)}"><table>` +
    `<thead><tr>${heads}</tr></thead><tbody>${body.join('')}</tbody></table></div>`
  );
}
