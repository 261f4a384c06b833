import { type Random, randomFor } from '../random.ts';
import { paintGroundShadow, paintWindowLight } from './backdrop.ts';
import { drawingOf } from './families.ts';
import { num, type Pen, path } from './pen.ts';
import { type Prop, SCENES } from './scene-plans.ts';
import type { PictureSpec } from './spec.ts';
import { mix, shade } from './tone.ts';
import { paintGrain } from './wood.ts';

const WIDTH = 2400;
const HEIGHT = 1350;

/** A room seen from the side, or a table seen from above, with several things in it; 2400 × 1350. */
export function paintScene(pen: Pen, spec: PictureSpec): void {
  const plan = SCENES[spec.subject];
  if (plan === undefined) throw new RangeError(`there is no scene "${spec.subject}"`);
  const random = randomFor(spec.seed, `scene:${spec.subject}`);
  if (plan.ground === 'above') paintTop(pen, plan.wall);
  else paintRoom(pen, plan.wall, plan.ground, plan.level, random);
  for (const prop of plan.props) paintProp(pen, prop, plan.wall);
  const corner = pen.radial(
    [
      [0, '#2b2019', 0],
      [0.7, '#2b2019', 0],
      [1, '#2b2019', 0.22],
    ],
    [0.42, 0.42, 0.8],
  );
  pen.add(`<rect width="${WIDTH}" height="${HEIGHT}" fill="${corner}"/>`);
}

function paintProp(pen: Pen, prop: Prop, wall: string): void {
  const [family, shape, material, color, x, y, scale, turn = 0] = prop;
  const random = randomFor(Math.round(x * 7 + y), `prop:${family}:${shape}`);
  const drawing = drawingOf(family, { shape, material, color, random });
  const rotate = turn === 0 ? '' : ` rotate(${turn})`;
  pen.group(`transform="translate(${num(x)} ${num(y)}) scale(${scale})${rotate}"`, () => {
    if (drawing.stance === 'standing') paintGroundShadow(pen, drawing.reach, drawing.height, wall, 0.9);
    drawing.paint(pen);
  });
}

function paintRoom(
  pen: Pen,
  wall: string,
  ground: 'table' | 'shelf' | 'floor',
  level: number,
  random: Random,
): void {
  const plaster = pen.linear(
    [
      [0, shade(wall, 0.05)],
      [0.55, wall],
      [1, shade(wall, -0.09)],
    ],
    [0, 0, 1, 0.7],
  );
  pen.add(`<rect width="${WIDTH}" height="${HEIGHT}" fill="${plaster}"/>`);
  pen.group('transform="translate(-120 -120) scale(1.25)"', () => paintWindowLight(pen, WIDTH, HEIGHT * 1.2));
  if (ground === 'floor') {
    paintFloor(pen, level, wall);
    return;
  }
  const wood = ground === 'shelf' ? '#c9a373' : random.pick(['#b98e62', '#d3b48a', '#8f6645']);
  const top = pen.linear(
    [
      [0, shade(wood, 0.12)],
      [0.4, shade(wood, 0.02)],
      [1, shade(wood, -0.12)],
    ],
    [0, 0, 1, 0.3],
  );
  const depth = ground === 'shelf' ? 70 : 330;
  pen.add(`<rect y="${level - 60}" width="${WIDTH}" height="${depth}" fill="${top}"/>`);
  pen.group(`clip-path="${pen.clip(`<rect y="${level - 60}" width="${WIDTH}" height="${depth}"/>`)}"`, () =>
    pen.group(
      `transform="translate(1200 ${level + depth / 2 - 60}) rotate(90) scale(${num(depth / 330)} 1)"`,
      () => paintGrain(pen, 340, 2500, wood, random),
    ),
  );
  pen.add(
    `<rect y="${level - 60 + depth}" width="${WIDTH}" height="${ground === 'shelf' ? 44 : HEIGHT}" ` +
      `fill="${shade(wood, -0.14)}"/>`,
    `<rect y="${level - 60 + depth}" width="${WIDTH}" height="7" fill="${shade(wood, 0.16)}" opacity=".7"/>`,
  );
  if (ground === 'shelf') {
    pen.add(
      `<rect y="${level + 54}" width="${WIDTH}" height="70" fill="#2b2019" opacity=".3" ` +
        `filter="${pen.blur(24)}"/>`,
    );
  }
}

function paintFloor(pen: Pen, level: number, wall: string): void {
  const wood = '#c6a77b';
  const floor = pen.linear(
    [
      [0, shade(wood, -0.06)],
      [1, shade(wood, 0.05)],
    ],
    [0, 0, 0, 1],
  );
  let boards = '';
  for (let index = -12; index <= 12; index += 1) {
    boards += path('M', 1200 + index * 130, level, 'L', 1200 + index * 260, HEIGHT);
  }
  pen.add(
    `<rect y="${level}" width="${WIDTH}" height="${HEIGHT - level}" fill="${floor}"/>`,
    `<path d="${boards}" stroke="${shade(wood, -0.14)}" stroke-width="4" opacity=".5"/>`,
    `<rect y="${level - 64}" width="${WIDTH}" height="64" fill="${mix(shade(wall, 0.08), '#ffffff', 0.3)}"/>`,
    `<rect y="${level - 6}" width="${WIDTH}" height="16" fill="#2b2019" opacity=".35" ` +
      `filter="${pen.blur(7)}"/>`,
  );
}

function paintTop(pen: Pen, cloth: string): void {
  const light = pen.linear(
    [
      [0, shade(cloth, 0.06)],
      [0.5, cloth],
      [1, shade(cloth, -0.08)],
    ],
    [0, 0, 1, 0.9],
  );
  const weave = pen.tile(
    9,
    9,
    `<path d="M0 3H9M4 0V9" stroke="${shade(cloth, -0.08)}" stroke-width="1.6" opacity=".5"/>`,
  );
  pen.add(
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${light}"/>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${weave}"/>`,
  );
}
