import { escapeHtml } from '../../../platform/html/index.ts';

export type Letters = {
  readonly x: number;
  /** Of the line that letters stand on. */
  readonly y: number;
  readonly size: number;
  readonly anchor?: 'start' | 'end';
  readonly tone?: 'ink' | 'soft';
};

/** How a picture writes: as text where a browser reads it, as outlines where there may be no fonts at all. */
export type Lettering = {
  readonly write: (text: string, letters: Letters) => string;
  readonly widthOf: (text: string, size: number) => number;
};

/** Text that browsers set in their own font; classes are of the page's style sheet. */
export const asText: Lettering = {
  write: (text, { x, y, size, anchor = 'start', tone = 'soft' }) =>
    `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" class="${tone}">${escapeHtml(text)}</text>`,
  // Wide enough for most sans-serif fonts.
  widthOf: (text, size) => text.length * size * 0.56,
};
