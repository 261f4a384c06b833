import type { PackingSlip } from '../document.ts';
import { fill, wordsIn } from '../words.ts';
import { dayText, drawFacts, drawParty, sellerFoot } from './draw-document.ts';
import { drawTable } from './draw-table.ts';
import { Sheet } from './sheet.ts';

/**
 * What goes into parcels: goods and quantities without prices, since they may be presents. Each slip begins a page, in the
 * language of whoever gets it; at the foot the first one's, which is the shop's own where there are several.
 */
export async function drawPackingSlips(slips: readonly PackingSlip[]): Promise<Buffer> {
  const [first] = slips;
  if (first === undefined) throw new RangeError('no slip to draw');
  const words = wordsIn(first.locale);
  const [author = ''] = first.seller.lines;
  const title = `${words.packing_slip} ${slips.map(({ orderNumber }) => orderNumber).join(', ')}`;
  const sheet = new Sheet({ title, author, locale: first.locale, day: first.shippedOn });
  for (const [index, slip] of slips.entries()) {
    if (index > 0) sheet.beginPage();
    drawSlip(sheet, slip);
  }
  const foot = sellerFoot(first.seller, words);
  return sheet.finish(
    (page, pages) => `${foot}\n${fill(words.page, { page: String(page), pages: String(pages) })}`,
  );
}

function drawSlip(sheet: Sheet, slip: PackingSlip): void {
  const words = wordsIn(slip.locale);
  const [author = ''] = slip.seller.lines;
  const title = `${words.packing_slip} ${slip.orderNumber}`;
  sheet.write('P', author, sheet.box, { size: 11, isStrong: true });
  sheet.y += 26;
  const top = sheet.y;
  drawParty(sheet, words.deliverTo, slip.deliverTo, undefined);
  const bottom = sheet.y;
  sheet.y = top;
  drawFacts(sheet, [
    [words.order, slip.orderNumber],
    [words.shipped, dayText(slip.shippedOn, slip.locale)],
  ]);
  sheet.y = Math.max(sheet.y, bottom) + 22;
  sheet.write('H1', title, sheet.box, { size: 18, isStrong: true });
  sheet.y += 14;
  drawTable(
    sheet,
    [{ title: words.item }, { title: words.quantity, width: 60, align: 'right' }],
    slip.lines.map((line) => [
      { text: line.title, ...(line.details ? { below: line.details } : {}) },
      { text: line.quantity.toLocaleString(slip.locale) },
    ]),
  );
  if (slip.note) {
    sheet.y += 16;
    sheet.write('P', `${words.note}: ${slip.note}`);
  }
}
