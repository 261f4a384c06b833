import { code128, QUIET_MODULES } from './code-128.ts';
import type { Area } from './label-size.ts';

/** A barcode with the area of its ink; left and right of it ten modules are blank. */
export type PlacedBars = Area & {
  readonly kind: 'bars';
  /** Points. */
  readonly module: number;
  /** Bars and spaces by turns, in modules. */
  readonly widths: readonly number[];
};

/** A dot of thermal printers, which have 203 to the inch: bars of whole dots are as sharp as they can be. */
const DOT = 72 / 203;
/** A module of 0.25 to 0.5 mm: what hand scanners read at arm's length, and no more paper than that takes. */
const DOTS = { least: 2, most: 4 };

/**
 * A text as a barcode that fits with its quiet zones, as wide as may be; undefined where it would be too fine to be read or
 * has letters that Code 128 has not. Bars begin or end where the text above them does: the quiet zone there is the label's
 * margin.
 */
export function placeBars(
  text: string,
  area: Area,
  align: 'left' | 'center' | 'right' = 'center',
): PlacedBars | undefined {
  const widths = code128(text);
  if (widths === undefined) return undefined;
  const modules = widths.reduce((sum, width) => sum + width, 0);
  const dots = Math.min(DOTS.most, Math.floor(area.width / ((modules + 2 * QUIET_MODULES) * DOT)));
  if (dots < DOTS.least) return undefined;
  const module = dots * DOT;
  const width = modules * module;
  const rest = area.width - width;
  const x = area.x + (align === 'left' ? 0 : align === 'right' ? rest : rest / 2);
  const { y, height } = area;
  return { kind: 'bars', x, y, width, height, module, widths };
}
