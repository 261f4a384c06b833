import type { Random } from '../random.ts';
import { num, type Pen, path } from './pen.ts';
import { shade } from './tone.ts';

/** The grain of a board cut along the trunk, over a field of `width` × `height` around (0, 0), running along y. */
export function paintGrain(pen: Pen, width: number, height: number, color: string, random: Random): void {
  const strokes: string[] = ['', '', ''];
  const heart = random.between(-0.2, 0.2) * width;
  for (let x = -width / 2; x < width / 2; x += random.between(7, 19)) {
    const layer = random.integer(0, 2);
    const bend = (heart - x) * 0.1;
    const sway = () => random.between(-8, 8);
    strokes[layer] += path(
      ...['M', x + sway(), -height / 2 - 10],
      ...[
        'C',
        x + bend + sway(),
        -height * 0.2,
        x + bend + sway(),
        height * 0.14,
        x + sway(),
        height / 2 + 10,
      ],
    );
  }
  const tones = [shade(color, -0.12), shade(color, -0.06), shade(color, 0.07)];
  for (const [index, d] of strokes.entries()) {
    pen.add(
      `<path d="${d}" fill="none" stroke="${tones[index] ?? color}" stroke-width="${2 + index * 2}" ` +
        `opacity=".42"/>`,
    );
  }
  paintFlames(pen, heart, height, color, random);
}

// The pointed arches where the saw has cut through the year rings at a slant.
function paintFlames(pen: Pen, heart: number, height: number, color: string, random: Random): void {
  let arches = '';
  const tip = random.between(-0.3, 0.05) * height;
  for (let index = 0; index < 7; index += 1) {
    const half = 12 + index * 17;
    arches += path(
      'M',
      heart - half - 14,
      height / 2,
      'C',
      heart - half,
      height * 0.1,
      heart - half * 0.5,
      tip - index * 66,
      heart,
      tip - 40 - index * 70,
    );
    arches += path(
      'C',
      heart + half * 0.5,
      tip - index * 66,
      heart + half,
      height * 0.1,
      heart + half + 14,
      height / 2,
    );
  }
  pen.add(`<path d="${arches}" fill="none" stroke="${shade(color, -0.15)}" stroke-width="4" opacity=".34"/>`);
}

/** The rings of a turned piece, seen from above. */
export function paintRoundGrain(pen: Pen, y: number, radius: number, tilt: number, color: string): void {
  let rings = '';
  for (let index = 1; index < 15; index += 1) {
    const r = (radius * index) / 14;
    rings += `<ellipse cx="${num(-radius * 0.12)}" cy="${num(y + 14)}" rx="${num(r * 1.2)}" ry="${num(r * tilt * 1.08)}"/>`;
  }
  pen.add(`<g fill="none" stroke="${shade(color, -0.16)}" stroke-width="4" opacity=".4">${rings}</g>`);
}
