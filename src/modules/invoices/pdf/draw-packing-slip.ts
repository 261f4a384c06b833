import type { PackingSlip } from '../document.ts';
import { fill, wordsIn } from '../words.ts';
import { dayText, drawFacts, drawParty, sellerFoot } from './draw-document.ts';
import { drawTable } from './draw-table.ts';
import { Sheet } from './sheet.ts';

/** What goes into the parcel: goods and quantities without prices, since it may be a present. */
export async function drawPackingSlip(slip: PackingSlip): Promise<Buffer> {
  const words = wordsIn(slip.locale);
  const [author = ''] = slip.seller.lines;
  const title = `${words.packing_slip} ${slip.orderNumber}`;
  const sheet = new Sheet({ title, author, locale: slip.locale, day: slip.shippedOn });
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
  const foot = sellerFoot(slip.seller, words);
  return sheet.finish(
    (page, pages) => `${foot}\n${fill(words.page, { page: String(page), pages: String(pages) })}`,
  );
}
