import { currencyOf, fromDecimal, type Locale, moneyText } from '../../../kernel/index.ts';
import type { DocumentContent, Party } from '../document.ts';
import { type DocumentWords, fill, wordsIn } from '../words.ts';
import { drawTable } from './draw-table.ts';
import { Sheet } from './sheet.ts';

const TOTALS_WIDTH = 250;

/** The invoice or credit note as a PDF. The same content gives the same bytes. */
export async function drawDocument(content: DocumentContent): Promise<Buffer> {
  const words = wordsIn(content.locale);
  const title = `${words[content.kind]} ${content.number}`;
  const [author = ''] = content.seller.lines;
  const sheet = new Sheet({ title, author, locale: content.locale, day: content.issuedOn });
  drawHead(sheet, content, words);
  drawLines(sheet, content, words);
  drawTotals(sheet, content, words);
  drawClose(sheet, content, words);
  const sellerLine = sellerFoot(content.seller, words);
  return sheet.finish((page, pages) => {
    const count = fill(words.page, { page: String(page), pages: String(pages) });
    return `${sellerLine}\n${title} · ${count}`;
  });
}

/** One line of who sends this: `Larch & Lantern, Kaiser Str. 1, 10115 Berlin · VAT ID DE123456789`. */
export function sellerFoot({ lines, vatId, email }: Party, words: DocumentWords): string {
  return [lines.join(', '), email, vatId && `${words.vatId} ${vatId}`].filter(Boolean).join(' · ');
}

/** Facts in a column: a quiet label and its value below one another. */
export function drawFacts(sheet: Sheet, facts: readonly (readonly [label: string, value: string])[]): void {
  const { x, width } = sheet.box;
  const half = (width - 20) / 2;
  for (const [label, value] of facts) {
    const y = sheet.y;
    sheet.writeAt('P', `${label}: ${value}`, { x: x + half + 20, width: half, y }, { align: 'right' });
    sheet.y += sheet.heightOf(`${label}: ${value}`, half) + 2;
  }
}

function drawHead(sheet: Sheet, content: DocumentContent, words: DocumentWords): void {
  const { x, width } = sheet.box;
  const half = (width - 20) / 2;
  const [seller = ''] = content.seller.lines;
  sheet.write('P', seller, { x, width }, { size: 11, isStrong: true });
  sheet.y += 26;
  const top = sheet.y;
  drawParty(
    sheet,
    words.billTo,
    content.buyer.lines,
    content.buyer.vatId && `${words.vatId} ${content.buyer.vatId}`,
  );
  const afterBuyer = sheet.y;
  sheet.y = top;
  drawFacts(sheet, [
    [words.number, content.number],
    [words.issued, dayText(content.issuedOn, content.locale)],
    [words.supplied, dayText(content.suppliedOn, content.locale)],
    [words.order, content.orderNumber],
    ...(content.correctsNumber ? ([[words.corrects, content.correctsNumber]] as const) : []),
  ]);
  sheet.y = Math.max(sheet.y, afterBuyer);
  if (content.deliverTo) {
    sheet.y += 10;
    drawParty(sheet, words.deliverTo, content.deliverTo, undefined);
  }
  sheet.y += 22;
  sheet.write(
    'H1',
    `${words[content.kind]} ${content.number}`,
    { x, width: half * 2 },
    { size: 18, isStrong: true },
  );
  sheet.y += 14;
}

/** An address under its label, in the left half. */
export function drawParty(
  sheet: Sheet,
  label: string,
  lines: readonly string[],
  below: string | undefined,
): void {
  const { x, width } = sheet.box;
  const box = { x, width: (width - 20) / 2 };
  sheet.write('P', label, box, { size: 7.5, isQuiet: true });
  sheet.y += 2;
  sheet.write('P', [...lines, ...(below ? [below] : [])].join('\n'), box);
}

function drawLines(sheet: Sheet, content: DocumentContent, words: DocumentWords): void {
  const amount = amountsOf(content);
  const unit = content.pricesIncludeTax ? words.unitGross : words.unitNet;
  drawTable(
    sheet,
    [
      { title: words.item },
      { title: words.quantity, width: 48, align: 'right' },
      { title: unit, width: 84, align: 'right' },
      { title: words.taxRate, width: 52, align: 'right' },
      { title: words.amount, width: 76, align: 'right' },
    ],
    content.lines.map((line) => [
      { text: line.title, ...(line.details ? { below: line.details } : {}) },
      { text: line.quantity.toLocaleString(content.locale) },
      { text: amount(line.unit) },
      { text: line.taxRate },
      {
        text: amount(line.total),
        ...(/[1-9]/.test(line.discount) ? { below: `${words.discount} −${amount(line.discount)}` } : {}),
      },
    ]),
  );
}

function drawTotals(sheet: Sheet, content: DocumentContent, words: DocumentWords): void {
  const amount = amountsOf(content);
  const { totals } = content;
  const taxes = content.taxes.map(
    ({ name, rate, net, tax }) => [fill(words.taxOn, { name, rate, net: amount(net) }), amount(tax)] as const,
  );
  const rows = [
    [words.goods, amount(totals.goods)],
    [words.delivery, amount(totals.delivery)],
    [words.net, amount(totals.net)],
    ...taxes,
  ] as const;
  sheet.y += 12;
  for (const [label, value] of rows) drawTotal(sheet, label, value, false);
  sheet.y += 4;
  const total = content.kind === 'invoice' ? words.total : words.refunded;
  drawTotal(sheet, total, amount(totals.total), true);
}

/** One amount at the right, with what it is of. */
export function drawTotal(sheet: Sheet, label: string, value: string, isStrong: boolean): void {
  const { x, width } = sheet.box;
  const style = isStrong ? { size: 11, isStrong } : {};
  const left = { x: x + width - TOTALS_WIDTH, width: TOTALS_WIDTH - 90 };
  const height = sheet.heightOf(label, left.width, style);
  sheet.makeRoom(height + 4);
  sheet.writeAt('P', label, { ...left, y: sheet.y }, style);
  sheet.writeAt('P', value, { x: x + width - 90, width: 90, y: sheet.y }, { ...style, align: 'right' });
  sheet.y += height + 4;
}

function drawClose(sheet: Sheet, content: DocumentContent, words: DocumentWords): void {
  sheet.y += 20;
  if (content.payment) sheet.write('P', `${words.payment}: ${content.payment}`);
  for (const remark of content.remarks) {
    sheet.y += 4;
    sheet.write('P', remark);
  }
}

/** `2026-11-26` as people write it: `26 November 2026`. */
export function dayText(day: string, locale: Locale): string {
  return Temporal.PlainDate.from(day).toLocaleString(locale, { dateStyle: 'long' });
}

function amountsOf({ currency, locale }: DocumentContent): (decimal: string) => string {
  return (decimal) => {
    const amount = fromDecimal(decimal, currencyOf(currency));
    if (!amount) throw new TypeError(`"${decimal}" is no amount in ${currency}`);
    return moneyText(amount, locale);
  };
}
