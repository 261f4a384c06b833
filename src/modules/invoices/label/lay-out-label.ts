import { type DocumentWords, fill } from '../words.ts';
import { fitText, type Paragraph, type PlacedText, type WidthOf } from './fit-text.ts';
import type { Area } from './label-size.ts';
import { type PlacedBars, placeBars } from './place-bars.ts';
import type { ShippingLabel } from './shipping-label.ts';

export type PlacedRule = Area & { readonly kind: 'rule' };
export type Mark = PlacedText | PlacedBars | PlacedRule;

export type Means = { readonly words: DocumentWords; readonly widthOf: WidthOf };

/** What printers leave blank at the edge of a sheet, and a little. */
const MARGIN = 15;
const GAP = 8;
/** Lower than this, a label is laid out with less on it. */
const TALL = 300;

/**
 * Everything that stands on a label, each mark with its place inside `area`; nothing leaves it, and nothing covers
 * another. A barcode that would be too fine to be read is left out: its number is there in print anyway.
 */
export function layOutLabel(label: ShippingLabel, area: Area, means: Means): Mark[] {
  const inner = {
    ...{ x: area.x + MARGIN, y: area.y + MARGIN },
    ...{ width: area.width - 2 * MARGIN, height: area.height - 2 * MARGIN },
  };
  return area.height < TALL ? layOutLow(label, inner, means) : layOutTall(label, inner, means);
}

/** Sender and way of delivery, recipient, tracking, order: from top to bottom, with rules between. */
function layOutTall(label: ShippingLabel, inner: Area, means: Means): Mark[] {
  const head = { ...inner, height: 58 };
  const orderHeight = 48;
  const trackingHeight = label.trackingNumber === '' ? 0 : 96;
  const bottom = inner.y + inner.height;
  const order = { ...inner, y: bottom - orderHeight, height: orderHeight };
  const tracking = { ...inner, y: order.y - 2 * GAP - trackingHeight, height: trackingHeight };
  const below = trackingHeight === 0 ? order.y : tracking.y;
  const top = head.y + head.height + 2 * GAP;
  const recipient = { ...inner, y: top, height: below - 2 * GAP - top };
  return [
    ...headMarks(label, head, means),
    ruleAt(inner, head.y + head.height + GAP, 1.5),
    ...recipientMarks(label, recipient, means),
    ...(trackingHeight === 0 ? [] : [ruleAt(inner, tracking.y - GAP, 0.75)]),
    ...(trackingHeight === 0 ? [] : trackingMarks(label, tracking, means)),
    ruleAt(inner, order.y - GAP, 0.75),
    ...orderMarks(label, order, means),
  ];
}

/** The same with the sender in a line, and one barcode: the parcel's, or the order's where the parcel has none. */
function layOutLow(label: ShippingLabel, inner: Area, { words, widthOf }: Means): Mark[] {
  const { trackingNumber } = label;
  const [sender = '', ...address] = label.sender;
  const head = { ...inner, height: 20 };
  const [left, right] = split(head, 0.62);
  const bars = { ...inner, y: inner.y + inner.height - 32, height: 32 };
  const foot = { ...inner, y: bars.y - 15, height: 13 };
  const [footLeft, footRight] = split(foot, 0.5);
  const top = head.y + head.height + 11;
  const recipient = { ...inner, y: top, height: foot.y - 10 - top };
  const order = [`${words.order} ${label.orderNumber}`, parcelText(label, words)].filter(Boolean).join(' · ');
  const barcode = placeBars(codeOf(trackingNumber || label.orderNumber), bars, 'left');
  return [
    ...fitText([strong(sender), { text: address.join(', ') }], left, { size: 7 }, widthOf),
    ...fitText([strong(label.delivery.toUpperCase())], right, { size: 9, align: 'right' }, widthOf),
    ruleAt(inner, head.y + head.height + 3, 1.5),
    ...fitText(addressee(label, words), recipient, { size: 14, isInTheMiddle: true }, widthOf),
    ruleAt(inner, foot.y - 5, 0.75),
    ...fitText([strong(order)], footLeft, { size: 9 }, widthOf),
    ...fitText([{ text: trackingNumber }], footRight, { size: 9, align: 'right' }, widthOf),
    ...(barcode === undefined ? [] : [barcode]),
  ];
}

function headMarks(label: ShippingLabel, head: Area, { words, widthOf }: Means): Mark[] {
  const [left, right] = split(head, 0.54);
  const [name = '', ...address] = label.sender;
  const sender = [
    { text: words.from, scale: 0.85 },
    { ...strong(name), scale: 1.1 },
    ...address.map((text) => ({ text })),
  ];
  const way = [strong(label.delivery.toUpperCase()), { text: parcelText(label, words), scale: 0.7 }];
  return [
    ...fitText(sender, left, { size: 8 }, widthOf),
    ...fitText(way, right, { size: 14, align: 'right' }, widthOf),
  ];
}

function recipientMarks(label: ShippingLabel, area: Area, { words, widthOf }: Means): Mark[] {
  const title = { ...area, height: 12 };
  const rest = { ...area, y: area.y + title.height, height: area.height - title.height };
  return [
    ...fitText([{ text: words.to }], title, { size: 7 }, widthOf),
    ...fitText(addressee(label, words), rest, { size: 19, isInTheMiddle: true }, widthOf),
  ];
}

function trackingMarks({ trackingNumber }: ShippingLabel, area: Area, { words, widthOf }: Means): Mark[] {
  const title = { ...area, height: 12 };
  const bars = { ...area, y: area.y + 16, height: 60 };
  const number = { ...area, y: area.y + 80, height: 16 };
  const barcode = placeBars(codeOf(trackingNumber), bars);
  return [
    ...fitText([{ text: words.tracking }], title, { size: 7 }, widthOf),
    ...(barcode === undefined ? [] : [barcode]),
    ...fitText([strong(trackingNumber)], number, { size: 11, align: 'center' }, widthOf),
  ];
}

function orderMarks({ orderNumber }: ShippingLabel, area: Area, { words, widthOf }: Means): Mark[] {
  const [left, right] = split(area, 0.4);
  const order = [
    { text: words.order, scale: 0.4 },
    { text: orderNumber, isStrong: true },
  ];
  const barcode = placeBars(orderNumber, right, 'right');
  return [
    ...fitText(order, left, { size: 18, isInTheMiddle: true }, widthOf),
    ...(barcode === undefined ? [] : [barcode]),
  ];
}

/** Name and last line (the country, or the town) stand out, as sorting machines and drivers read them first. */
function addressee({ recipient, isAbroad, phone }: ShippingLabel, words: DocumentWords): Paragraph[] {
  const last = recipient.length - 1;
  const lines = recipient.map((text, index) => {
    return index === 0 || (isAbroad && index === last) ? strong(text) : { text, scale: 0.9 };
  });
  return phone === '' ? lines : [...lines, { text: `${words.phone} ${phone}`, scale: 0.6 }];
}

function parcelText({ parcel }: ShippingLabel, words: DocumentWords): string {
  if (parcel === undefined) return '';
  const { number, of } = parcel;
  if (of === undefined) return fill(words.parcel, { number: String(number) });
  return fill(words.parcelOf, { number: String(number), of: String(of) });
}

/** Carriers print their numbers in groups, and scan them without the spaces. */
function codeOf(number: string): string {
  return number.replaceAll(/\s/g, '');
}

function strong(text: string): Paragraph {
  return { text, isStrong: true };
}

function ruleAt({ x, width }: Area, y: number, height: number): PlacedRule {
  return { kind: 'rule', x, y, width, height };
}

/** Left and right of an area, with a gap between. */
function split(area: Area, share: number): readonly [left: Area, right: Area] {
  const width = area.width * share;
  const left = { ...area, width };
  return [left, { ...area, x: area.x + width + GAP, width: area.width - width - GAP }];
}
