import type { Look } from './look.ts';
import { num, type Pen, path } from './pen.ts';
import type { Point } from './profile.ts';
import { mix, shade } from './tone.ts';
import { paintTurned } from './turned.ts';

/** A lamp: how large it is, and how it is painted. */
export type LampPainter = {
  readonly height: number;
  readonly reach: number;
  readonly breadth?: number;
  readonly stance?: 'hanging';
  readonly paint: (pen: Pen, look: Look) => void;
};

export const BRASS = '#b8924f';
const BLACK = '#2e2c2a';

/** Warm light on what is behind. */
export function paintGlow(pen: Pen, x: number, y: number, radius: number): void {
  const halo = pen.radial([
    [0, '#ffdf9a', 0.75],
    [0.3, '#ffd68a', 0.32],
    [1, '#ffd68a', 0],
  ]);
  pen.add(`<circle cx="${num(x)}" cy="${num(y)}" r="${radius}" fill="${halo}"/>`);
}

export function paintStem(
  pen: Pen,
  x: number,
  top: number,
  bottom: number,
  color: string,
  width: number,
): void {
  const metal = pen.linear([
    [0, shade(color, -0.16)],
    [0.3, shade(color, 0.22)],
    [0.55, color],
    [1, shade(color, -0.24)],
  ]);
  pen.add(
    `<rect x="${num(x - width / 2)}" y="${num(top)}" width="${width}" height="${num(bottom - top)}" ` +
      `fill="${metal}"/>`,
  );
}

export function paintShadeMetal(pen: Pen, points: readonly Point[], look: Look): void {
  const color = look.color === '#c29b54' ? BRASS : look.color === '#26251f' ? BLACK : look.color;
  paintTurned(pen, points, { color, gloss: 0.45, tilt: 0.14 }, look.random);
}

export function paintCone(pen: Pen, x: number, y: number): void {
  pen.add(
    `<path d="M${num(x - 300)} ${num(y)}L${num(x - 420)} ${num(y + 640)}H${num(x + 420)}L${num(x + 300)} ${num(y)}Z" fill="${pen.linear(
      [
        [0, '#fff0c4', 0.5],
        [1, '#fff0c4', 0],
      ],
      [0, 0, 0, 1],
    )}" filter="${pen.blur(20)}"/>`,
  );
}

// The near edge of the opening, where a little of the bright inside shows.
export function paintLitRim(pen: Pen, y: number, radius: number): void {
  const ry = radius * 0.14;
  pen.add(
    `<path d="${path('M', -radius, y, 'A', radius, ry, 0, 0, 0, radius, y, 'A', radius, ry * 0.45, 0, 0, 1, -radius, y, 'Z')}" fill="#fff4d2" opacity=".96"/>`,
    `<path d="${path('M', -radius, y, 'A', radius, ry, 0, 0, 0, radius, y)}" fill="none" ` +
      `stroke="#fffdf2" stroke-width="5"/>`,
  );
}

export function paintLinenShade(
  pen: Pen,
  x: number,
  y: number,
  top: number,
  bottom: number,
  height: number,
): void {
  const body = path(
    'M',
    x - top,
    y,
    'L',
    x - bottom,
    y + height,
    'Q',
    x,
    y + height + 44,
    x + bottom,
    y + height,
    'L',
    x + top,
    y,
    'Q',
    x,
    y + 26,
    x - top,
    y,
    'Z',
  );
  const linen = pen.linear([
    [0, '#cdb48a'],
    [0.25, '#f1dfba'],
    [0.5, '#fff3d6'],
    [0.75, '#ecd7ad'],
    [1, '#b99d70'],
  ]);
  const inner = pen.radial(
    [
      [0, '#fffbe9', 0.95],
      [1, '#ffe9b8', 0],
    ],
    [0.5, 0.55, 0.5],
  );
  const weave = pen.tile(8, 8, '<path d="M0 4H8M4 0V8" stroke="#a88c5c" stroke-width="1.6"/>');
  pen.add(
    `<path d="${body}" fill="${linen}"/>`,
    `<path d="${body}" fill="${weave}" opacity=".3"/>`,
    `<path d="${body}" fill="${inner}"/>`,
    `<path d="${path('M', x - top, y, 'Q', x, y + 26, x + top, y, 'Q', x, y - 26, x - top, y, 'Z')}" ` +
      `fill="#fff6dc"/>`,
    `<path d="${path('M', x - bottom, y + height, 'Q', x, y + height + 44, x + bottom, y + height)}" ` +
      `fill="none" stroke="#a98a58" stroke-width="9" opacity=".7"/>`,
  );
}

export function paintPaper(pen: Pen, look: Look): void {
  const paper = mix('#fff3d8', look.color, 0.25);
  const globe = pen.radial(
    [
      [0, '#fffbe8'],
      [0.55, paper],
      [0.9, shade(paper, -0.1)],
      [1, shade(paper, -0.2)],
    ],
    [0.45, 0.46, 0.58],
  );
  let ribs = '';
  for (let index = 1; index < 22; index += 1) {
    const angle = (index / 22 - 0.5) * Math.PI;
    const y = -480 + Math.sin(angle) * 430;
    const rx = Math.cos(angle) * 470;
    ribs += path('M', -rx, y, 'A', rx, rx * 0.09, 0, 0, 0, rx, y);
  }
  pen.add(
    `<ellipse cx="0" cy="-480" rx="470" ry="436" fill="${globe}"/>`,
    `<path d="${ribs}" fill="none" stroke="#b9995f" stroke-width="5" opacity=".42"/>`,
    '<ellipse cx="0" cy="-914" rx="90" ry="14" fill="#3a342d"/><ellipse cx="0" cy="-50" rx="90" ry="14" ' +
      'fill="#c7a86d"/>',
  );
}
