import type { Random } from '../random.ts';
import { num, type Pen, path } from './pen.ts';
import { shade } from './tone.ts';

const GREENS = ['#7f8f72', '#6f8466', '#8d9a78', '#5f7660'];

/** A twig of eucalyptus, olive or dried grass that grows out of `from`. */
export function paintBranch(pen: Pen, from: readonly [number, number], length: number, random: Random): void {
  const [x, y] = from;
  const kind = random.pick(['round', 'slim', 'grass'] as const);
  const count = kind === 'grass' ? 5 : random.integer(1, 2);
  for (let index = 0; index < count; index += 1) {
    const lean = random.between(-0.42, 0.42) + (index - (count - 1) / 2) * 0.16;
    const tip: readonly [number, number] = [x + lean * length, y - length * random.between(0.82, 1)];
    if (kind === 'grass') paintPlume(pen, [x, y], tip, random);
    else paintTwig(pen, [x, y], tip, kind, random);
  }
}

function paintTwig(
  pen: Pen,
  [x, y]: readonly [number, number],
  [tipX, tipY]: readonly [number, number],
  kind: 'round' | 'slim',
  random: Random,
): void {
  const green = random.pick(GREENS);
  const bendX = x + (tipX - x) * 0.15;
  const bendY = y + (tipY - y) * 0.6;
  pen.add(
    `<path d="${path('M', x, y + 40, 'Q', bendX, bendY, tipX, tipY)}" fill="none" stroke="#75634a" ` +
      `stroke-width="7" stroke-linecap="round"/>`,
  );
  const pairs = kind === 'round' ? 8 : 10;
  for (let index = 1; index <= pairs; index += 1) {
    const t = 0.16 + (0.84 * index) / pairs;
    const atX = (1 - t) ** 2 * x + 2 * t * (1 - t) * bendX + t * t * tipX;
    const atY = (1 - t) ** 2 * y + 2 * t * (1 - t) * bendY + t * t * tipY;
    for (const side of [-1, 1]) {
      const turn = side * random.between(38, 78) + (tipX - x) * 0.05;
      const size = (kind === 'round' ? 74 : 92) * (1.15 - t * 0.5) * random.between(0.85, 1.1);
      paintLeaf(pen, [atX, atY], turn, size, kind === 'round' ? 0.42 : 0.17, green, side < 0);
    }
  }
}

function paintLeaf(
  pen: Pen,
  [x, y]: readonly [number, number],
  degrees: number,
  size: number,
  breadth: number,
  color: string,
  isLit: boolean,
): void {
  const half = size * breadth;
  const leaf = path(
    'M',
    0,
    0,
    'C',
    -half * 1.3,
    -size * 0.3,
    -half,
    -size * 0.86,
    0,
    -size,
    'C',
    half,
    -size * 0.86,
    half * 1.3,
    -size * 0.3,
    0,
    0,
    'Z',
  );
  const fill = pen.linear(
    [
      [0, shade(color, isLit ? 0.14 : 0.02)],
      [0.5, shade(color, isLit ? 0.04 : -0.05)],
      [0.52, shade(color, -0.08)],
      [1, shade(color, isLit ? -0.02 : -0.14)],
    ],
    [0, 0, 1, 0.2],
  );
  pen.add(
    `<g transform="translate(${num(x)} ${num(y)}) rotate(${num(degrees)})"><path d="${leaf}" ` +
      `fill="${fill}"/><path d="${path('M', 0, 0, 'V', -size * 0.9)}" stroke="${shade(color, 0.18)}" ` +
      `stroke-width="1.6" opacity=".5"/></g>`,
  );
}

function paintPlume(
  pen: Pen,
  [x, y]: readonly [number, number],
  [tipX, tipY]: readonly [number, number],
  random: Random,
): void {
  const straw = random.pick(['#cdb48a', '#c2a579', '#d6c19b']);
  const bendX = x + (tipX - x) * 0.2;
  const bendY = y + (tipY - y) * 0.6;
  pen.add(
    `<path d="${path('M', x, y + 40, 'Q', bendX, bendY, tipX, tipY)}" fill="none" ` +
      `stroke="${shade(straw, -0.12)}" stroke-width="4.5"/>`,
  );
  let hairs = '';
  for (let index = 0; index < 44; index += 1) {
    const t = 0.58 + (0.44 * index) / 44;
    const atX = (1 - t) ** 2 * x + 2 * t * (1 - t) * bendX + t * t * tipX;
    const atY = (1 - t) ** 2 * y + 2 * t * (1 - t) * bendY + t * t * tipY;
    const side = index % 2 === 0 ? 1 : -1;
    const reach = 46 * Math.sin(Math.PI * Math.min(1, (index + 4) / 46));
    hairs += path(
      'M',
      atX,
      atY,
      'q',
      side * reach * 0.4,
      -reach * 0.2,
      side * reach * random.between(0.5, 0.9),
      -reach * random.between(0.9, 1.5),
    );
  }
  pen.add(
    `<path d="${hairs}" fill="none" stroke="${straw}" stroke-width="7" stroke-linecap="round" ` +
      `opacity=".78"/>`,
  );
}
