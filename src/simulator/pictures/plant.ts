import type { Random } from '../random.ts';
import { num, type Pen, path } from './pen.ts';
import type { Point } from './profile.ts';
import { shade } from './tone.ts';

type Kind = 'fern' | 'rubber' | 'spear' | 'trailing';

/** A house plant that grows from a pot whose rim has this half width at this height. */
export function paintPlant(pen: Pen, [radius, y]: Point, kind: Kind, random: Random): void {
  if (kind === 'trailing') {
    paintTrailing(pen, radius, y, random);
    return;
  }
  const count = { fern: 13, rubber: 13, spear: 11 }[kind];
  const leaves = Array.from({ length: count }, (_, index) => {
    const spread = (index / (count - 1) - 0.5) * 2;
    return { spread: spread + random.between(-0.1, 0.1), depth: random.next() };
  }).toSorted((a, b) => a.depth - b.depth);
  for (const { spread, depth } of leaves) {
    const color = shade(random.pick(['#5f7d55', '#6d8a5c', '#54714f']), depth * 0.14 - 0.1);
    pen.group(`transform="translate(${num(spread * radius * 0.36)} ${num(y + 8)})"`, () => {
      if (kind === 'fern') paintFrond(pen, spread, random.between(430, 600), color);
      else if (kind === 'spear') paintSpear(pen, spread, random.between(460, 680), color);
      else paintRubber(pen, spread, random.between(250, 560), color, random);
    });
  }
}

function paintFrond(pen: Pen, spread: number, length: number, color: string): void {
  const tipX = spread * length * 0.95;
  const tipY = -length * (1 - Math.abs(spread) * 0.62);
  const bendX = tipX * 0.3;
  const bendY = -length * 0.72;
  let leaflets = '';
  for (let index = 2; index < 12; index += 1) {
    const t = index / 12;
    const x = 2 * t * (1 - t) * bendX + t * t * tipX;
    const at = 2 * t * (1 - t) * bendY + t * t * tipY;
    const size = 66 * Math.sin(Math.PI * (0.12 + 0.86 * t)) + 10;
    const lean = Math.atan2(tipY - bendY * 0.8, tipX - bendX * 0.8);
    for (const side of [-1, 1]) {
      const angle = lean + side * 1.05;
      leaflets += path(
        'M',
        x,
        at,
        'q',
        Math.cos(angle - 0.3) * size * 0.6,
        Math.sin(angle - 0.3) * size * 0.6,
        Math.cos(angle) * size,
        Math.sin(angle) * size,
      );
    }
  }
  pen.add(
    `<path d="${path('M', 0, 0, 'Q', bendX, bendY, tipX, tipY)}" fill="none" ` +
      `stroke="${shade(color, -0.08)}" stroke-width="6"/>`,
    `<path d="${leaflets}" fill="none" stroke="${color}" stroke-width="15" stroke-linecap="round"/>`,
  );
}

function paintSpear(pen: Pen, spread: number, length: number, color: string): void {
  const fill = pen.linear([
    [0, shade(color, 0.16)],
    [0.4, color],
    [0.75, shade(color, -0.1)],
    [1, shade(color, 0.1)],
  ]);
  const sway = spread * 90;
  pen.add(
    `<path d="${path('M', -26, 0, 'C', -58 + sway * 0.2, -length * 0.4, sway - 34, -length * 0.7, sway * 1.7, -length, 'C', sway + 40, -length * 0.7, 56 + sway * 0.2, -length * 0.4, 26, 0, 'Z')}" fill="${fill}"/>`,
  );
}

function paintRubber(pen: Pen, spread: number, length: number, color: string, random: Random): void {
  const x = spread * 190;
  const y = -length;
  const size = random.between(190, 260);
  const turn = spread * 70 + random.between(-16, 16);
  const fill = pen.linear([
    [0, shade(color, 0.15)],
    [0.48, shade(color, 0.03)],
    [0.52, shade(color, -0.08)],
    [1, shade(color, -0.02)],
  ]);
  pen.add(
    `<path d="${path('M', 0, 0, 'Q', x * 0.3, y * 0.7, x, y)}" fill="none" ` +
      `stroke="${shade(color, -0.1)}" stroke-width="9"/>`,
    `<g transform="translate(${num(x)} ${num(y)}) rotate(${num(turn)})"><path d="${path('M', 0, 0, 'C', -size * 0.5, -size * 0.2, -size * 0.36, -size * 0.8, 0, -size, 'C', size * 0.36, -size * 0.8, size * 0.5, -size * 0.2, 0, 0, 'Z')}" fill="${fill}"/><path d="M0 0V${num(-size * 0.92)}" stroke="${shade(color, 0.22)}" stroke-width="4" opacity=".6"/></g>`,
  );
}

function paintTrailing(pen: Pen, radius: number, y: number, random: Random): void {
  for (let strand = 0; strand < 15; strand += 1) {
    const x = (strand / 14 - 0.5) * radius * 1.9;
    const length = random.between(120, 470);
    const color = shade('#6f8f66', random.between(-0.08, 0.08));
    let beads = '';
    for (let at = 0; at < length; at += 25) {
      beads += `<circle cx="${num(x * (1 + at / 2600) + random.between(-9, 9))}" cy="${num(y + at - 20)}" r="${num(random.between(11, 16))}"/>`;
    }
    pen.add(
      `<path d="${path('M', x, y, 'q', x * 0.1, length * 0.4, x * 0.16, length)}" ` +
        `stroke="${shade(color, -0.1)}" stroke-width="4" fill="none"/>`,
      `<g fill="${color}">${beads}</g>`,
    );
  }
}
