import type { Area } from './label-size.ts';

export type Paragraph = {
  readonly text: string;
  readonly isStrong?: boolean;
  /** Of the block's size: 1 where nothing is said. */
  readonly scale?: number;
};

/** A line of text with the area that it takes. */
export type PlacedText = Area & {
  readonly kind: 'text';
  readonly text: string;
  readonly size: number;
  readonly isStrong: boolean;
};

/** How wide a text is at a size of one point. */
export type WidthOf = (text: string, isStrong: boolean) => number;

export type Fitting = {
  /** The size that is wished, in points. */
  readonly size: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly isInTheMiddle?: boolean;
};

const LEADING = 1.34;
const STEP = 0.5;
/** Of the wished size: as small as a block gets for the sake of a long word. */
const LEAST_SHARE = 0.45;
/** Nobody reads less; what does not fit at this size is cut. */
const LEAST = 4;

type Line = { readonly text: string; readonly size: number; readonly isStrong: boolean };

/**
 * Sets paragraphs under one another inside an area: lines are broken between words, and all of it is set smaller until it
 * fits. A word is broken only where it would have to be very small to stay whole.
 *
 * @example
 * fitText([{ text: 'Ada Byron', isStrong: true }, { text: 'Lindenweg 12' }], area, { size: 16 }, widthOf)
 */
export function fitText(
  paragraphs: readonly Paragraph[],
  area: Area,
  { size, align = 'left', isInTheMiddle = false }: Fitting,
  widthOf: WidthOf,
): PlacedText[] {
  const lines = linesThatFit(paragraphs, area, size, widthOf);
  const height = heightOf(lines);
  let y = area.y + (isInTheMiddle ? (area.height - height) / 2 : 0);
  return lines.map((line) => {
    const width = widthOf(line.text, line.isStrong) * line.size;
    const rest = area.width - width;
    const x = area.x + (align === 'left' ? 0 : align === 'right' ? rest : rest / 2);
    const placed = { kind: 'text' as const, ...line, x, y, width, height: line.size * LEADING };
    y += placed.height;
    return placed;
  });
}

export function heightOf(lines: readonly { readonly size: number }[]): number {
  return lines.reduce((sum, { size }) => sum + size * LEADING, 0);
}

function linesThatFit(
  paragraphs: readonly Paragraph[],
  area: Area,
  wished: number,
  widthOf: WidthOf,
): Line[] {
  for (let size = wished; size > wished * LEAST_SHARE; size -= STEP) {
    if (!hasRoomForWords(paragraphs, area.width / size, widthOf)) continue;
    const lines = linesOf(paragraphs, area.width, size, widthOf);
    if (heightOf(lines) <= area.height) return lines;
  }
  for (let size = wished; size > LEAST; size -= STEP) {
    const lines = linesOf(paragraphs, area.width, size, widthOf);
    if (heightOf(lines) <= area.height) return lines;
  }
  return cut(linesOf(paragraphs, area.width, LEAST, widthOf), area.height);
}

/** Whether no word is wider than `most` by itself; at a size of one point. */
function hasRoomForWords(paragraphs: readonly Paragraph[], most: number, widthOf: WidthOf): boolean {
  return paragraphs.every(({ text, isStrong = false, scale = 1 }) =>
    text.split(/\s+/).every((word) => widthOf(word, isStrong) * scale <= most),
  );
}

/** As many lines as there is room for; the last says that something is missing. */
function cut(lines: readonly Line[], height: number): Line[] {
  const kept: Line[] = [];
  for (const line of lines) {
    if (heightOf([...kept, line]) > height) {
      const last = kept.pop();
      return last === undefined ? kept : [...kept, { ...last, text: `${last.text.slice(0, -4)}…` }];
    }
    kept.push(line);
  }
  return kept;
}

function linesOf(paragraphs: readonly Paragraph[], width: number, size: number, widthOf: WidthOf): Line[] {
  return paragraphs.flatMap(({ text, isStrong = false, scale = 1 }) => {
    const own = size * scale;
    const broken = broke(text, width / own, (part) => widthOf(part, isStrong));
    return broken.map((line) => ({ text: line, size: own, isStrong }));
  });
}

/** The text in lines of at most this width. */
function broke(text: string, most: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= most) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const letter of word) {
      if (line !== '' && widthOf(line + letter) > most) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  return line === '' ? lines : [...lines, line];
}
