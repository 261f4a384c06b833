import { num, type Pen, path } from './pen.ts';
import { type Point, radiusAt, silhouette, strip, TILT } from './profile.ts';
import { mix, shade } from './tone.ts';

/** Paints a blown glass form: thin where it faces us, deep at its edges and its foot, with the light on its left. */
export function paintGlass(
  pen: Pen,
  points: readonly Point[],
  color: string,
  more: { readonly water?: number; readonly liquid?: string; readonly ribs?: number } = {},
): void {
  const outline = silhouette(points);
  const top = points[0] ?? [0, 0];
  const deep = shade(mix(color, '#3f5a55', 0.25), -0.16);
  const back = pen.linear([
    [0, deep, 0.62],
    [0.07, deep, 0.2],
    [0.3, color, 0.16],
    [0.7, color, 0.24],
    [0.93, deep, 0.3],
    [1, deep, 0.72],
  ]);
  const foot = pen.linear(
    [
      [0, '#ffffff', 0.1],
      [0.72, color, 0.06],
      [0.94, deep, 0.34],
      [1, deep, 0.6],
    ],
    [0, 0, 0, 1],
  );
  const clip = pen.clip(`<path d="${outline}"/>`);
  pen.add(rimLine(top, '#ffffff', 0.55, 4));
  pen.add(`<path d="${outline}" fill="${color}" opacity=".24"/>`);
  pen.group(`clip-path="${clip}"`, () => {
    if (more.water !== undefined)
      paintWater(pen, points, more.water, more.liquid ?? mix(color, '#ffffff', 0.4));
    if (more.ribs !== undefined) paintGlassRibs(pen, points, more.ribs, deep);
    pen.add(`<path d="${outline}" fill="${back}"/>`, `<path d="${outline}" fill="${foot}"/>`);
    const body = points.slice(1);
    pen.add(
      `<path d="${strip(body, -0.74, -0.52)}" fill="#ffffff" opacity=".5" filter="${pen.blur(9)}"/>`,
      `<path d="${strip(body, -0.7, -0.64)}" fill="#ffffff" opacity=".85" filter="${pen.blur(3)}"/>`,
      `<path d="${strip(body, 0.72, 0.8)}" fill="#ffffff" opacity=".5" filter="${pen.blur(6)}"/>`,
    );
  });
  pen.add(
    `<path d="${outline}" fill="none" stroke="${deep}" stroke-width="3" opacity=".45"/>`,
    `<ellipse cx="0" cy="${num(top[1])}" rx="${num(top[0])}" ry="${num(top[0] * TILT)}" fill="#ffffff" ` +
      `fill-opacity=".14" stroke="${deep}" stroke-width="4" stroke-opacity=".5"/>`,
    `<path d="${path('M', -top[0] * 0.96, top[1] + top[0] * TILT * 0.3, 'A', top[0], top[0] * TILT, 0, 0, 0, top[0] * 0.2, top[1] + top[0] * TILT)}" fill="none" stroke="#ffffff" stroke-width="5" opacity=".9"/>`,
  );
}

function paintWater(pen: Pen, points: readonly Point[], level: number, color: string): void {
  const y = (points[0]?.[1] ?? 0) * level;
  const radius = radiusAt(points, y) * 0.97;
  const surface = `<ellipse cx="0" cy="${num(y)}" rx="${num(radius)}" ry="${num(radius * TILT)}"`;
  pen.add(
    `<path d="${path('M', -900, y, 'H', 900, 'V', 200, 'H', -900, 'Z')}" fill="${color}" opacity=".3"/>`,
    `${surface} fill="${shade(color, 0.1)}" opacity=".7"/>`,
    `${surface} fill="none" stroke="#ffffff" stroke-width="3" opacity=".7"/>`,
  );
}

function paintGlassRibs(pen: Pen, points: readonly Point[], count: number, deep: string): void {
  let dark = '';
  let light = '';
  for (let index = 1; index < count; index += 1) {
    const at = Math.sin((index / count - 0.5) * Math.PI);
    dark += strip(points, at - 0.014, at + 0.008);
    light += strip(points, at + 0.012, at + 0.04);
  }
  pen.add(
    `<path d="${dark}" fill="${deep}" opacity=".34"/>`,
    `<path d="${light}" fill="#ffffff" opacity=".42"/>`,
  );
}

function rimLine([radius, y]: Point, color: string, opacity: number, width: number): string {
  return (
    `<path d="${path('M', -radius, y, 'A', radius, radius * TILT, 0, 0, 1, radius, y)}" fill="none" ` +
    `stroke="${color}" stroke-width="${width}" opacity="${opacity}"/>`
  );
}
