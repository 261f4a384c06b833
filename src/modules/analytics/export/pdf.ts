import PDFDocument from 'pdfkit';
import type { ExportSheet } from './export-sheet.ts';
import { FILE_WORDS } from './file-words.ts';
import { type Fonts, fontsOf, INK } from './pdf-look.ts';
import { drawPicture } from './pdf-picture.ts';
import { drawTable } from './pdf-table.ts';
import { pictureOf } from './picture.ts';

const MARGIN = 40;

/** A PDF to be read: title, days, a picture as vectors, the whole table, and what its numbers mean. Nothing is of the moment. */
export async function pdfFile(sheet: ExportSheet): Promise<Buffer> {
  const fonts = fontsOf();
  const doc = new PDFDocument({
    ...{
      size: 'A4',
      layout: 'landscape',
      margin: MARGIN,
      lang: sheet.language,
      displayTitle: true,
      font: '',
    },
    info: { Title: sheet.title, Creator: 'Institor', CreationDate: new Date(0), ModDate: new Date(0) },
  });
  const finished = bytesOf(doc);
  doc.font(fonts.strong).fontSize(18).fillColor(INK.text).text(sheet.title);
  doc.font(fonts.regular).fontSize(9).fillColor(INK.soft);
  for (const line of sheet.about) doc.text(line);
  doc.moveDown();
  const picture = pictureOf(sheet);
  if (picture !== undefined) drawPicture(doc, fonts, picture);
  drawTable(doc, fonts, sheet);
  drawDefinitions(doc, fonts, sheet);
  doc.end();
  return finished;
}

function drawDefinitions(
  doc: PDFKit.PDFDocument,
  fonts: Fonts,
  { language, query, definitions }: ExportSheet,
): void {
  doc.x = MARGIN;
  doc.moveDown(1.5);
  doc.font(fonts.strong).fontSize(11).fillColor(INK.text).text(FILE_WORDS[language].definitions);
  for (const { title, about } of definitions) {
    doc.moveDown(0.3).font(fonts.strong).fontSize(8).fillColor(INK.text);
    doc.text(`${title}  `, { continued: true }).font(fonts.regular).fillColor(INK.soft).text(about);
  }
  doc.moveDown().font(fonts.regular).fontSize(8).fillColor(INK.soft).text(query);
}

function bytesOf(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}
