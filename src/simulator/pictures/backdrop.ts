import type { Random } from '../random.ts';
import { num, type Pen, path } from './pen.ts';
import { mix, shade } from './tone.ts';

const TINTS = ['#e9e2d6', '#e3dccf', '#e8ded5', '#dde0d9', '#e6dacd', '#d9dddd', '#e2d6c9'];

/** The studio's paper, tinted to go with the thing in front of it. */
export function backdropTint(color: string, random: Random): string {
  return mix(random.pick(TINTS), color, 0.1);
}

/** A seamless paper sweep lit from the top left, with the light of a window on the wall now and then. */
export function paintStudio(pen: Pen, width: number, height: number, tint: string, random: Random): void {
  const wall = pen.linear(
    [
      [0, shade(tint, 0.035)],
      [0.62, shade(tint, -0.03)],
      [0.74, shade(tint, -0.05)],
      [0.8, shade(tint, 0.012)],
      [1, shade(tint, 0.03)],
    ],
    [0, 0, 0, 1],
  );
  const glow = pen.radial(
    [
      [0, '#fffaf0', 0.6],
      [0.55, '#fffaf0', 0.16],
      [1, '#fffaf0', 0],
    ],
    [0.24, 0.2, 0.75],
  );
  const corner = pen.radial(
    [
      [0, shade(tint, -0.3), 0],
      [0.62, shade(tint, -0.3), 0],
      [1, shade(tint, -0.3), 0.32],
    ],
    [0.4, 0.4, 0.85],
  );
  const all = `width="${width}" height="${height}"`;
  pen.add(`<rect ${all} fill="${wall}"/>`, `<rect ${all} fill="${glow}"/>`);
  if (random.chance(0.4)) paintWindowLight(pen, width, height);
  pen.add(`<rect ${all} fill="${corner}"/>`);
}

/** Paper or plaster seen from straight above, for things that lie. */
export function paintTable(pen: Pen, width: number, height: number, tint: string): void {
  const light = pen.linear(
    [
      [0, shade(tint, 0.045)],
      [0.5, tint],
      [1, shade(tint, -0.055)],
    ],
    [0, 0, 0.8, 1],
  );
  const all = `width="${width}" height="${height}"`;
  pen.add(`<rect ${all} fill="${light}"/>`);
}

/** Four panes of sun, slanting over the wall. */
export function paintWindowLight(pen: Pen, width: number, height: number): void {
  const pane = (x: number, y: number) =>
    path(
      'M',
      x,
      y,
      'l',
      width * 0.2,
      height * 0.045,
      'l',
      -width * 0.02,
      height * 0.21,
      'l',
      -width * 0.2,
      -height * 0.045,
      'z',
    );
  const placed = [
    [0.3, 0.06],
    [0.53, 0.111],
    [0.277, 0.3],
    [0.507, 0.351],
  ].map(([x = 0, y = 0]) => pane(x * width, y * height));
  pen.add(`<path d="${placed.join('')}" fill="#fff6e2" opacity=".42" filter="${pen.blur(width / 90)}"/>`);
}

/** Where a standing thing meets the ground: a dark line of contact, and a soft shadow away from the light. */
export function paintGroundShadow(
  pen: Pen,
  radius: number,
  height: number,
  tone: string,
  strength = 1,
): void {
  const dark = shade(mix(tone, '#3a2f26', 0.6), -0.25);
  const reach = Math.min(520, height * 0.5);
  const far = path('M', -radius * 0.7, 0, 'C', -radius * 0.2, -24, radius * 1.1, -46, radius + reach, -70);
  const near = path('C', radius + reach * 1.1, -40, radius + reach * 0.5, 24, radius * 0.4, 34, 'Z');
  pen.add(
    `<path d="${far}${near}" fill="${dark}" opacity="${num(0.3 * strength)}" filter="${pen.blur(30)}"/>`,
    `<ellipse cx="${num(radius * 0.16)}" cy="8" rx="${num(radius * 1.22)}" ` +
      `ry="${num(radius * 0.17 + 12)}" fill="${dark}" opacity="${num(0.4 * strength)}" ` +
      `filter="${pen.blur(18)}"/>`,
    `<ellipse cx="6" cy="4" rx="${num(radius * 1.02)}" ry="${num(radius * 0.17 + 5)}" fill="${dark}" ` +
      `opacity="${num(0.6 * strength)}" filter="${pen.blur(6)}"/>`,
  );
}

/** The shadow of something flat that lies on the table. */
export function paintFlatShadow(pen: Pen, outline: string, thickness: number): void {
  pen.add(
    `<path d="${outline}" transform="translate(${num(thickness * 1.6)} ${num(thickness * 2)})" ` +
      `fill="#3d3128" opacity=".2" filter="${pen.blur(thickness * 1.9)}"/>`,
    `<path d="${outline}" transform="translate(${num(thickness * 0.5)} ${num(thickness * 0.6)})" ` +
      `fill="#33281f" opacity=".34" filter="${pen.blur(Math.max(3, thickness * 0.5))}"/>`,
  );
}
