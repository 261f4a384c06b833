import type { Lettering } from './lettering.ts';
import { LABEL, svg, WIDTH } from './line.ts';

export type BarsPicture = {
  readonly bars: readonly {
    readonly label: string;
    readonly value: string;
    readonly now: number;
    readonly before?: number;
  }[];
  /** What the paler bars are; '' where there are none. */
  readonly legend: string;
};

const [ROW, SIZE, GAP] = [40, 13, 8];
const [ACCENT, BEFORE] = ['#3b5bdb', '#c3cbee'];

/** Things beside each other, the largest first, each with its number; a paler bar is what it was before. */
export function drawBars({ bars, legend }: BarsPicture, lettering: Lettering): string {
  const most = Math.max(...bars.flatMap(({ now, before = 0 }) => [now, before]), 0);
  const width = (value: number) => Math.max(0, Math.round((value / (most || 1)) * WIDTH * 10) / 10);
  const rows = bars.map(({ label, value, now, before }, index) => {
    const top = index * ROW;
    const room = WIDTH - lettering.widthOf(value, SIZE) - GAP;
    return [
      lettering.write(cutTo(label, room, lettering), { x: 0, y: top + 14, size: SIZE, tone: 'ink' }),
      lettering.write(value, { x: WIDTH, y: top + 14, size: SIZE, anchor: 'end', tone: 'ink' }),
      before === undefined ? '' : bar(top + 20, width(before), 12, 'bar-before', BEFORE),
      bar(top + 20, width(now), before === undefined ? 12 : 7, 'bar', ACCENT),
    ].join('');
  });
  const below = bars.length * ROW + 14;
  const words = lettering.widthOf(legend, LABEL);
  return legend === ''
    ? svg(bars.length * ROW, rows)
    : svg(below + 6, [
        ...rows,
        `<rect class="bar-before" x="${Math.round(WIDTH - words - 24)}" y="${below - 10}" width="16" height="10" rx="2" fill="${BEFORE}"/>`,
        lettering.write(legend, { x: WIDTH, y: below, size: LABEL, anchor: 'end' }),
      ]);
}

function bar(y: number, width: number, height: number, name: string, colour: string): string {
  return `<rect class="${name}" x="0" y="${y}" width="${width}" height="${height}" rx="2" fill="${colour}"/>`;
}

function cutTo(text: string, room: number, lettering: Lettering): string {
  if (lettering.widthOf(text, SIZE) <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && lettering.widthOf(`${letters.join('')}…`, SIZE) > room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
