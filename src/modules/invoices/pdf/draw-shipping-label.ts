import type { PlacedText, WidthOf } from '../label/fit-text.ts';
import { type LabelSize, labelsPerPage, pageOf, placeOf } from '../label/label-size.ts';
import { layOutLabel, type Mark } from '../label/lay-out-label.ts';
import type { PlacedBars } from '../label/place-bars.ts';
import type { ShippingLabel } from '../label/shipping-label.ts';
import { wordsIn } from '../words.ts';
import { FONTS } from './fonts.ts';
import { beginPdf, endPdf } from './pdf-file.ts';

/** Thermal printers have no grey: they would print it as dots. */
const INK = '#000000';

type Printed = {
  readonly size: LabelSize;
  /** The first free label of a sheet that was begun; 1 is its first. */
  readonly startAt: number;
  /** `2026-11-26` */
  readonly day: string;
};

/** Labels as a PDF, each on a page of its own or so many on a sheet of stickers, from the first free one. */
export async function drawShippingLabels(
  labels: readonly ShippingLabel[],
  { size, startAt, day }: Printed,
): Promise<Buffer> {
  const [first] = labels;
  if (first === undefined) throw new RangeError('no label to draw');
  if (startAt < 1 || startAt > labelsPerPage(size)) throw new RangeError(`no label ${startAt} on ${size}`);
  const { locale, sender } = first;
  const words = wordsIn(locale);
  const title = `${words.shipping_label} ${labels.map(({ orderNumber }) => orderNumber).join(', ')}`;
  const { width, height } = pageOf(size);
  const doc = beginPdf({ title, author: sender[0] ?? '', locale, day }, [width, height]);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const widthOf = measure();
  let page = 0;
  for (const [index, label] of labels.entries()) {
    const place = placeOf(size, index, startAt);
    if (place.page > page) doc.addPage();
    page = place.page;
    const section = doc.struct('Sect');
    root.add(section);
    for (const mark of layOutLabel(label, place.area, { words, widthOf })) drawMark(doc, section, mark);
    section.end();
  }
  root.end();
  return endPdf(doc);
}

/** How wide texts are in the documents' typeface; each is measured once. */
export function measure(): WidthOf {
  const known = { regular: new Map<string, number>(), strong: new Map<string, number>() };
  return (text, isStrong) => {
    const weight = isStrong ? 'strong' : 'regular';
    const before = known[weight].get(text);
    if (before !== undefined) return before;
    const font = FONTS[weight];
    const width = font.layout(text).advanceWidth / font.unitsPerEm;
    known[weight].set(text, width);
    return width;
  };
}

function drawMark(doc: PDFKit.PDFDocument, section: PDFKit.PDFStructureElement, mark: Mark): void {
  if (mark.kind === 'text') {
    drawText(doc, section, mark);
    return;
  }
  // Readers aloud pass over rules, and over barcodes, whose numbers stand there in print.
  doc.markContent('Artifact', { type: 'Layout' });
  if (mark.kind === 'rule') doc.rect(mark.x, mark.y, mark.width, mark.height).fill(INK);
  else drawBars(doc, mark);
  doc.endMarkedContent();
}

function drawText(
  doc: PDFKit.PDFDocument,
  section: PDFKit.PDFStructureElement,
  { text, x, y, size, isStrong }: PlacedText,
): void {
  const element = doc.struct('P', {}, () => {
    doc
      .font(isStrong ? FONTS.strong : FONTS.regular)
      .fontSize(size)
      .fillColor(INK)
      .text(text, x, y, { lineBreak: false });
  });
  section.add(element);
  element.end();
}

function drawBars(doc: PDFKit.PDFDocument, { x: left, y, height, module, widths }: PlacedBars): void {
  let x = left;
  for (const [index, width] of widths.entries()) {
    if (index % 2 === 0) doc.rect(x, y, width * module, height);
    x += width * module;
  }
  doc.fill(INK);
}
