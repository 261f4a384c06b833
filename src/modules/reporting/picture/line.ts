import type { Lettering } from './lettering.ts';
import { niceTicks } from './nice-ticks.ts';

export type LinePicture = {
  readonly points: readonly { readonly label: string; readonly now: number; readonly before?: number }[];
  readonly axis: (value: number) => string;
  /** What the dashed line is; '' where there is none. */
  readonly legend: string;
};

export const WIDTH = 512;
const [HEIGHT, TOP, BOTTOM] = [232, 32, 28];
export const LABEL = 13;
/** Colours that a mail keeps; a page's style sheet has the last word through the classes. */
const [LINE, ACCENT, DIM] = ['#dcdce0', '#3b5bdb', '#8a8a93'];
const DASHED = `stroke="${DIM}" stroke-width="1.5" stroke-dasharray="4 4"`;

/** A line over time, with what it is compared with as a dashed one behind it. The axis begins at zero. */
export function drawLine({ points, axis, legend }: LinePicture, lettering: Lettering): string {
  const values = points.flatMap(({ now, before }) => (before === undefined ? [now] : [now, before]));
  const ticks = niceTicks(Math.min(0, ...values), Math.max(0, ...values));
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const left = Math.ceil(Math.max(...ticks.map((tick) => lettering.widthOf(axis(tick), LABEL)))) + 10;
  const right = WIDTH - 6;
  const x = (index: number) =>
    points.length < 2 ? (left + right) / 2 : left + (index / (points.length - 1)) * (right - left);
  const y = (value: number) =>
    HEIGHT - BOTTOM - ((value - low) / (high - low || 1)) * (HEIGHT - BOTTOM - TOP);
  const grid = ticks.map(
    (tick) =>
      `<line class="grid" x1="${left}" x2="${right}" y1="${r(y(tick))}" y2="${r(y(tick))}" stroke="${LINE}"/>` +
      lettering.write(axis(tick), { x: left - 8, y: r(y(tick) + 4), size: LABEL, anchor: 'end' }),
  );
  const path = (pick: (point: LinePicture['points'][number]) => number | undefined) =>
    points
      .map((point, index) => [x(index), pick(point)] as const)
      .flatMap(([at, value]) => (value === undefined ? [] : [`${r(at)},${r(y(value))}`]))
      .join(' ');
  const before = path((point) => point.before);
  const now = path((point) => point.now);
  const words = lettering.widthOf(legend, LABEL);
  return svg(HEIGHT, [
    legend === ''
      ? ''
      : `<line class="before" x1="${r(right - words - 32)}" x2="${r(right - words - 8)}" y1="10" y2="10" ${DASHED}/>` +
        lettering.write(legend, { x: right, y: 14, size: LABEL, anchor: 'end' }),
    ...grid,
    ...labels(points, { x, left, right, lettering }),
    before === '' ? '' : `<polyline class="before" points="${before}" fill="none" ${DASHED}/>`,
    points.length < 2
      ? `<circle class="dot" cx="${r(x(0))}" cy="${r(y(points[0]?.now ?? 0))}" r="4" fill="${ACCENT}"/>`
      : `<polyline class="now" points="${now}" fill="none" stroke="${ACCENT}" stroke-width="2.5" stroke-linejoin="round"/>`,
  ]);
}

/** The first and the last, and between them as many as stand apart. */
function labels(
  points: LinePicture['points'],
  place: {
    readonly x: (index: number) => number;
    readonly left: number;
    readonly right: number;
    readonly lettering: Lettering;
  },
): string[] {
  const { x, left, right, lettering } = place;
  const widest = Math.max(...points.map(({ label }) => lettering.widthOf(label, LABEL))) + 14;
  const most = Math.max(2, Math.floor((right - left) / widest));
  const step = Math.max(1, Math.ceil((points.length - 1) / (most - 1 || 1)));
  let end = 0;
  return points.flatMap(({ label }, index) => {
    const half = lettering.widthOf(label, LABEL) / 2;
    const at = Math.min(Math.max(x(index) - half, left), right - 2 * half);
    // Those at the edges are moved inwards, where another may stand.
    if (index % step !== 0 || at < end + 8) return [];
    end = at + 2 * half;
    return [lettering.write(label, { x: r(at), y: HEIGHT - 6, size: LABEL })];
  });
}

/** A picture of this height, as wide as a mail. */
export function svg(height: number, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">${parts.join('')}</svg>`;
}

function r(value: number): number {
  return Math.round(value * 10) / 10;
}
