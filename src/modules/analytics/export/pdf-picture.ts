import { cellTextOf } from './number-text.ts';
import { type Fonts, INK } from './pdf-look.ts';
import type { Picture } from './picture.ts';

const HEIGHT = 170;
const AXIS = 70;
// Told apart also by those who see few colours (Okabe and Ito, "Color Universal Design", 2008).
const COLORS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'];

/** A line for each group, or a bar for each row, with the numbers that the axis counts by. */
export function drawPicture(doc: PDFKit.PDFDocument, fonts: Fonts, picture: Picture): void {
  doc.font(fonts.strong).fontSize(10).fillColor(INK.text).text(picture.title);
  doc.moveDown(0.3);
  if (picture.kind === 'line') drawLines(doc, fonts, picture);
  else drawBars(doc, fonts, picture);
  doc.moveDown();
}

function drawLines(doc: PDFKit.PDFDocument, fonts: Fonts, picture: Picture): void {
  const { series, times } = picture;
  const { left, right } = doc.page.margins;
  const [top, from, to] = [doc.y, left + AXIS, doc.page.width - right];
  const values = series.flatMap((one) => one.values);
  const [low, high] = [Math.min(0, ...values), Math.max(...values, 0)];
  const step = niceStep((high - low || 1) / 4);
  const [first, last] = [Math.floor(low / step) * step, Math.ceil(high / step) * step || step];
  const yOf = (value: number) => top + HEIGHT - ((value - first) / (last - first)) * HEIGHT;
  const xOf = (at: number) => from + ((to - from) * at) / (times.length - 1);
  doc.font(fonts.regular).fontSize(7).fillColor(INK.soft);
  for (let tick = first; tick <= last + step / 2; tick += step) {
    doc.moveTo(from, yOf(tick)).lineTo(to, yOf(tick)).lineWidth(0.5).strokeColor(INK.line).stroke();
    doc.text(tickText(tick, picture), left, yOf(tick) - 5, {
      width: AXIS - 8,
      align: 'right',
      lineBreak: false,
    });
  }
  for (const [at, { values: line }] of series.entries()) {
    doc.moveTo(xOf(0), yOf(line[0] ?? 0));
    for (const [place, value] of line.entries()) doc.lineTo(xOf(place), yOf(value));
    doc
      .lineWidth(1.5)
      .strokeColor(COLORS[at] ?? INK.text)
      .stroke();
  }
  doc.text((times[0] ?? '').replace('T', ' '), from, top + HEIGHT + 4, { lineBreak: false });
  doc.text((times.at(-1) ?? '').replace('T', ' '), from, top + HEIGHT + 4, {
    width: to - from,
    align: 'right',
    lineBreak: false,
  });
  if (series.length > 1)
    drawLegend(
      doc,
      series.map(({ name }) => name),
      from,
      top + HEIGHT + 16,
    );
  [doc.x, doc.y] = [left, top + HEIGHT + 30];
}

function drawLegend(doc: PDFKit.PDFDocument, names: readonly string[], from: number, y: number): void {
  let x = from;
  for (const [at, name] of names.entries()) {
    doc.rect(x, y + 2, 6, 6).fill(COLORS[at] ?? INK.text);
    doc
      .fillColor(INK.text)
      .text(name, x + 10, y, { width: 100, height: 10, ellipsis: true, lineBreak: false });
    x += 115;
  }
}

function drawBars(doc: PDFKit.PDFDocument, fonts: Fonts, picture: Picture): void {
  const { series } = picture;
  const { left, right } = doc.page.margins;
  const [names, room] = [150, doc.page.width - left - right - 150 - 90];
  const most = Math.max(...series.map(({ values: [value = 0] }) => Math.abs(value)), Number.MIN_VALUE);
  doc.font(fonts.regular).fontSize(8);
  for (const { name, values } of series) {
    const [value = 0] = values;
    const y = doc.y;
    const length = (Math.abs(value) / most) * room;
    doc
      .fillColor(INK.text)
      .text(name, left, y, { width: names - 8, height: 11, ellipsis: true, lineBreak: false });
    doc
      .rect(left + names, y + 1, Math.max(length, 0.5), 9)
      .fill(value < 0 ? (COLORS[1] ?? INK.text) : (COLORS[0] ?? INK.text));
    doc
      .fillColor(INK.soft)
      .text(tickText(value, picture), left + names + length + 6, y, { lineBreak: false });
    [doc.x, doc.y] = [left, y + 14];
  }
}

function tickText(value: number, { column, language }: Picture): string {
  const { kind } = column;
  if (kind !== 'money') return cellTextOf({ number: Number(value.toPrecision(12)) }, column, language);
  const decimal = Number.isInteger(value) ? String(value) : value.toFixed(2);
  return cellTextOf({ decimal, digits: 2 }, column, language);
}

/** The next of 1, 2, 5, 10, 20 … */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((step) => step * power >= least) ?? 10) * power;
}
