import { paintFlatShadow } from './backdrop.ts';
import type { Drawing, Look } from './look.ts';
import { num, type Pen, path } from './pen.ts';
import { lightness, mix, shade } from './tone.ts';

/** A plate from straight above, with a linen napkin under its edge. */
export function drawPlate(look: Look): Drawing {
  const rx = look.shape === 'oval' ? 660 : 560;
  const ry = look.shape === 'oval' ? 440 : 560;
  return {
    stance: 'lying',
    height: ry * 2,
    reach: rx,
    paint: (pen) => {
      paintNapkin(pen, look);
      pen.group(`transform="rotate(${look.shape === 'oval' ? -24 : 0})"`, () =>
        paintPlate(pen, rx, ry, look),
      );
    },
  };
}

function paintPlate(pen: Pen, rx: number, ry: number, look: Look): void {
  const { color } = look;
  const disc = (scale: number) =>
    path(
      'M',
      -rx * scale,
      0,
      'a',
      rx * scale,
      ry * scale,
      0,
      1,
      0,
      rx * 2 * scale,
      0,
      'a',
      rx * scale,
      ry * scale,
      0,
      1,
      0,
      -rx * 2 * scale,
      0,
      'z',
    );
  paintFlatShadow(pen, disc(1), 26);
  const slope = pen.linear(
    [
      [0, shade(color, 0.1)],
      [0.5, color],
      [1, shade(color, -0.15)],
    ],
    [0.1, 0.05, 0.9, 0.95],
  );
  const well = pen.linear(
    [
      [0, shade(color, -0.1)],
      [0.35, shade(color, -0.02)],
      [1, shade(color, 0.05)],
    ],
    [0.1, 0.05, 0.9, 0.95],
  );
  const wellSize = look.shape === 'rimmed' ? 0.62 : 0.84;
  const rim = look.shape === 'rimmed' ? mix('#bb9270', color, 0.1) : undefined;
  pen.add(
    `<path d="${disc(1)}" fill="${shade(color, -0.2)}"/>`,
    `<path d="${disc(0.994)}" transform="translate(-2 -3)" fill="${slope}"/>`,
  );
  if (rim !== undefined) pen.add(`<path d="${disc(0.97)}" fill="${rim}"/>`);
  pen.add(
    `<path d="${disc(wellSize)}" fill="${well}"/>`,
    `<path d="${disc(wellSize)}" fill="none" stroke="${shade(color, -0.16)}" stroke-width="5" ` +
      `opacity=".45"/>`,
  );
  if (look.shape === 'striped') paintBands(pen, disc, color);
  if (look.shape === 'speckled' || look.random.chance(0.4)) paintFreckles(pen, rx, ry, look);
  paintSheen(pen, rx, ry);
}

/** The light of the window on the glaze. */
function paintSheen(pen: Pen, rx: number, ry: number): void {
  const sheen = pen.radial(
    [
      [0, '#fffdf6', 0.5],
      [1, '#fffdf6', 0],
    ],
    [0.5, 0.5, 0.5],
  );
  pen.add(
    `<ellipse cx="${num(-rx * 0.36)}" cy="${num(-ry * 0.4)}" rx="${num(rx * 0.46)}" ` +
      `ry="${num(ry * 0.3)}" transform="rotate(-40 ${num(-rx * 0.36)} ${num(-ry * 0.4)})" fill="${sheen}"/>`,
    `<path d="${path('M', -rx * 0.93, -ry * 0.2, 'A', rx * 0.95, ry * 0.95, 0, 0, 1, -rx * 0.1, -ry * 0.945)}" fill="none" stroke="#fffefa" stroke-width="9" opacity=".75" filter="${pen.blur(3)}"/>`,
  );
}

function paintBands(pen: Pen, disc: (scale: number) => string, color: string): void {
  const ink = lightness(color) > 0.5 ? shade(color, -0.28) : mix(color, '#efe7d8', 0.75);
  for (const [scale, width] of [
    [0.93, 26],
    [0.87, 8],
    [0.62, 16],
    [0.4, 7],
    [0.36, 7],
  ] as const) {
    pen.add(`<path d="${disc(scale)}" fill="none" stroke="${ink}" stroke-width="${width}" opacity=".72"/>`);
  }
}

function paintFreckles(pen: Pen, rx: number, ry: number, look: Look): void {
  let dots = '';
  for (let index = 0; index < 190; index += 1) {
    const angle = look.random.between(0, Math.PI * 2);
    const far = Math.sqrt(look.random.next()) * 0.95;
    const size = 1.5 + 5.5 * look.random.next() ** 3;
    dots += path(
      'M',
      Math.cos(angle) * rx * far,
      Math.sin(angle) * ry * far,
      'h',
      size,
      'v',
      size * 0.8,
      'h',
      -size,
      'z',
    );
  }
  const tone = shade(look.color, lightness(look.color) > 0.5 ? -0.36 : 0.2);
  pen.add(
    `<path d="${dots}" fill="${tone}" stroke="${tone}" stroke-width="2" stroke-linejoin="round" ` +
      `opacity=".55"/>`,
  );
}

function paintNapkin(pen: Pen, look: Look): void {
  const cloth = mix(look.random.pick(['#e9e0cf', '#c9b79b', '#a9b0a4', '#c98f74']), look.color, 0.08);
  const outline = 'M-700 -560L-330 -690Q-280 -300 -250 560L-640 700Q-690 100 -700 -560Z';
  const weave = pen.tile(
    9,
    9,
    `<path d="M0 4.5H9M4.5 0V9" stroke="${shade(cloth, -0.07)}" stroke-width="2"/>`,
    18,
  );
  paintFlatShadow(pen, outline, 10);
  const fold = pen.linear([
    [0, shade(cloth, 0.05)],
    [0.48, cloth],
    [0.5, shade(cloth, -0.1)],
    [0.56, shade(cloth, 0.02)],
    [1, shade(cloth, -0.05)],
  ]);
  pen.add(
    `<path d="${outline}" fill="${fold}"/>`,
    `<path d="${outline}" fill="${weave}" opacity=".6"/>`,
    `<path d="M-676 -540Q-668 100 -622 670M-356 -656Q-304 -300 -276 540" fill="none" ` +
      `stroke="${shade(cloth, -0.14)}" stroke-width="3" stroke-dasharray="12 8" opacity=".7"/>`,
  );
}
