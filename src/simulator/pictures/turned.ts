import type { Random } from '../random.ts';
import type { Pen } from './pen.ts';
import { num, path } from './pen.ts';
import { type Point, radiusAt, silhouette, strip, TILT } from './profile.ts';
import { lightness, mix, shade } from './tone.ts';

/** How a turned thing looks: its colour and what is on it. */
export type Finish = {
  readonly color: string;
  /** 0 is raw clay, 1 is wet glass. */
  readonly gloss: number;
  readonly tilt?: number;
  readonly speckles?: number;
  /** The lower part in another colour, from this fraction of the height downwards. */
  readonly dip?: { readonly from: number; readonly color: string };
  readonly ribs?: number;
  /** Colour of the inside; left out, it is closed on top. */
  readonly inside?: string;
  readonly throwing?: boolean;
};

/** Paints a form turned on a wheel or lathe, lit from the top left, standing at (0, 0). */
export function paintTurned(pen: Pen, points: readonly Point[], finish: Finish, random: Random): void {
  const tilt = finish.tilt ?? TILT;
  const outline = silhouette(points, tilt);
  const clip = pen.clip(`<path d="${outline}"/>`);
  pen.add(`<path d="${outline}" fill="${finish.color}"/>`);
  pen.group(`clip-path="${clip}"`, () => {
    if (finish.dip) paintDip(pen, points, finish.dip, tilt);
    if (finish.speckles) paintSpeckles(pen, points, finish, random);
    if (finish.throwing) paintThrowingLines(pen, points, finish.color, random, tilt);
    if (finish.ribs) paintRibs(pen, points, finish.ribs, finish.color);
    paintLight(pen, points, outline, finish);
  });
  if (finish.inside !== undefined) paintMouth(pen, points[0] ?? [0, 0], finish, tilt);
}

function paintDip(pen: Pen, points: readonly Point[], dip: NonNullable<Finish['dip']>, tilt: number): void {
  const top = points[0]?.[1] ?? 0;
  const y = top * (1 - dip.from);
  const radius = radiusAt(points, y) + 4;
  pen.add(
    `<path d="${path('M', -radius, y, 'A', radius, radius * tilt, 0, 0, 0, radius, y, 'V', 200, 'H', -radius - 900, 'V', y, 'Z')}" fill="${dip.color}"/>`,
    `<path d="${path('M', -radius, y, 'A', radius, radius * tilt, 0, 0, 0, radius, y)}" fill="none" ` +
      `stroke="${shade(dip.color, -0.12)}" stroke-width="5" opacity=".5"/>`,
  );
}

function paintSpeckles(pen: Pen, points: readonly Point[], finish: Finish, random: Random): void {
  const top = points[0]?.[1] ?? 0;
  const tone = lightness(finish.color) > 0.55 ? shade(finish.color, -0.34) : shade(finish.color, 0.2);
  let dots = '';
  for (let index = 0; index < (finish.speckles ?? 0); index += 1) {
    const y = top * random.next();
    const x = radiusAt(points, y) * Math.sin(random.between(-1.5, 1.5));
    const size = 1.2 + 4.2 * random.next() ** 3;
    dots += path('M', x, y, 'h', size, 'v', size * 0.8, 'h', -size, 'z');
  }
  pen.add(
    `<path d="${dots}" fill="${tone}" stroke="${tone}" stroke-width="2" stroke-linejoin="round" ` +
      `opacity=".55"/>`,
  );
}

function paintThrowingLines(
  pen: Pen,
  points: readonly Point[],
  color: string,
  random: Random,
  tilt: number,
): void {
  const top = points[0]?.[1] ?? 0;
  let lines = '';
  for (let y = top * 0.97; y < -10; y += random.between(26, 54)) {
    const radius = radiusAt(points, y) + 3;
    lines += path('M', -radius, y, 'A', radius, radius * tilt, 0, 0, 0, radius, y);
  }
  pen.add(
    `<path d="${lines}" fill="none" stroke="${shade(color, -0.14)}" stroke-width="3" opacity=".16"/>`,
    `<path d="${lines}" transform="translate(0 5)" fill="none" stroke="${shade(color, 0.14)}" ` +
      `stroke-width="3" opacity=".18"/>`,
  );
}

function paintRibs(pen: Pen, points: readonly Point[], count: number, color: string): void {
  let dark = '';
  let light = '';
  for (let index = 1; index < count; index += 1) {
    const at = Math.sin((index / count - 0.5) * Math.PI);
    dark += strip(points, at - 0.012, at + 0.012);
    light += strip(points, at + 0.014, at + 0.034);
  }
  pen.add(
    `<path d="${dark}" fill="${shade(color, -0.24)}" opacity=".5"/>`,
    `<path d="${light}" fill="${shade(color, 0.16)}" opacity=".55"/>`,
  );
}

function paintLight(pen: Pen, points: readonly Point[], outline: string, finish: Finish): void {
  const dark = shade(mix(finish.color, '#2a2320', 0.6), -0.16);
  const bright = mix(finish.color, '#fffaf0', 0.85);
  const round = pen.linear([
    [0, dark, 0.26],
    [0.1, dark, 0.08],
    [0.24, bright, 0.3],
    [0.36, bright, 0.16],
    [0.52, dark, 0.02],
    [0.76, dark, 0.4],
    [0.93, dark, 0.62],
    [1, dark, 0.46],
  ]);
  const fall = pen.linear(
    [
      [0, bright, 0.22],
      [0.35, bright, 0],
      [0.7, dark, 0.04],
      [1, dark, 0.42],
    ],
    [0, 0, 0, 1],
  );
  pen.add(`<path d="${outline}" fill="${round}"/>`, `<path d="${outline}" fill="${fall}"/>`);
  if (finish.gloss > 0) {
    const body = points.slice(Math.min(1, points.length - 2), Math.max(2, points.length - 1));
    const glow = Math.round(finish.gloss * 72) / 100;
    pen.add(
      `<path d="${strip(body, -0.66, -0.42)}" fill="#fffdf6" ` +
        `opacity="${Math.round(8 + finish.gloss * 26) / 100}" filter="${pen.blur(16)}"/>`,
      `<path d="${strip(body, -0.6, -0.52)}" fill="#fffefa" opacity="${glow}" filter="${pen.blur(6)}"/>`,
    );
  }
  pen.add(`<path d="${strip(points, 0.9, 0.97)}" fill="${bright}" opacity=".2" filter="${pen.blur(7)}"/>`);
}

/** The opening: a rim that catches the light and an inside that is darkest towards the light. */
function paintMouth(pen: Pen, [radius, y]: Point, finish: Finish, tilt: number): void {
  const inside = finish.inside ?? finish.color;
  const lip = Math.max(5, radius * 0.055);
  const depth = pen.linear(
    [
      [0, shade(inside, -0.4)],
      [0.45, shade(inside, -0.26)],
      [1, shade(inside, -0.06)],
    ],
    [0, 0, 1, 0.55],
  );
  const rim = pen.linear([
    [0, shade(finish.color, 0.1)],
    [0.35, shade(finish.color, 0.2)],
    [1, shade(finish.color, -0.1)],
  ]);
  pen.add(
    `<ellipse cx="0" cy="${num(y)}" rx="${num(radius)}" ry="${num(radius * tilt)}" fill="${rim}"/>`,
    `<ellipse cx="0" cy="${num(y + lip * 0.18)}" rx="${num(radius - lip)}" ` +
      `ry="${num(Math.max(2, radius * tilt - lip * 0.55))}" fill="${depth}"/>`,
  );
}
