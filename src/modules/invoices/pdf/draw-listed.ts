import type { ListedDocument } from '../listed-document.ts';
import { fill, wordsIn } from '../words.ts';
import { drawFacts, drawParty, drawTotal, sellerFoot } from './draw-document.ts';
import { drawTable } from './draw-table.ts';
import { Sheet } from './sheet.ts';

/** Head with who it is to, a table, one total, and notes below. */
export async function drawListed(content: ListedDocument): Promise<Buffer> {
  const words = wordsIn(content.locale);
  const [author = ''] = content.seller.lines;
  const { title, locale, day } = content;
  const sheet = new Sheet({ title, author, locale, day });
  sheet.write('P', author, sheet.box, { size: 11, isStrong: true });
  sheet.y += 26;
  const top = sheet.y;
  drawParty(sheet, content.to.label, content.to.lines, undefined);
  const bottom = sheet.y;
  sheet.y = top;
  drawFacts(sheet, content.facts);
  sheet.y = Math.max(sheet.y, bottom) + 10;
  drawParty(sheet, content.deliverTo.label, content.deliverTo.lines, undefined);
  sheet.y += 22;
  sheet.write('H1', title, sheet.box, { size: 18, isStrong: true });
  sheet.y += 14;
  drawTable(sheet, content.columns, content.rows);
  sheet.y += 16;
  drawTotal(sheet, ...content.total, true);
  for (const note of content.notes) {
    sheet.y += 12;
    sheet.write('P', note);
  }
  const seller = sellerFoot(content.seller, words);
  return sheet.finish((page, pages) => {
    const count = fill(words.page, { page: String(page), pages: String(pages) });
    return `${seller}\n${title} · ${count}`;
  });
}
