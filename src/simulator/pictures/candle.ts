import type { Drawing, Look } from './look.ts';
import { num, type Pen, path } from './pen.ts';
import type { Point } from './profile.ts';
import { mix, shade } from './tone.ts';
import { paintTurned } from './turned.ts';

const JAR: readonly Point[] = [
  [270, -600],
  [268, -560],
  [268, -300],
  [266, -40],
  [250, 0],
];
const PILLAR: readonly Point[] = [
  [200, -820],
  [206, -780],
  [204, -400],
  [206, -40],
  [200, 0],
];

/** A burning candle: in its stoneware jar, as a pillar, or four tapers in a row. */
export function drawCandle(look: Look): Drawing {
  if (look.shape === 'tapers') {
    return { stance: 'standing', height: 1180, reach: 300, paint: (pen) => paintTapers(pen, look) };
  }
  const isJar = look.shape === 'jar';
  return {
    stance: 'standing',
    height: isJar ? 900 : 1100,
    reach: isJar ? 250 : 200,
    paint: (pen) => (isJar ? paintJar(pen, look) : paintPillar(pen, look)),
  };
}

function paintJar(pen: Pen, look: Look): void {
  paintTurned(
    pen,
    JAR,
    { color: look.color, gloss: 0.18, inside: mix(look.color, '#efe6d4', 0.5), speckles: 70, tilt: 0.2 },
    look.random,
  );
  paintPool(pen, -600, 250, '#f3ead6');
  const paper = pen.linear([
    [0, '#d8cfbd'],
    [0.3, '#f7f1e4'],
    [0.7, '#ece4d3'],
    [1, '#bfb49f'],
  ]);
  pen.add(
    `<path d="M-150 -372Q0 -344 150 -372V-150Q0 -122 -150 -150Z" fill="${paper}"/>`,
    `<g fill="none" stroke="#4b4238" stroke-width="4" opacity=".75"><path d="M-92 -292Q0 -272 92 ` +
      `-292M-60 -262Q0 -248 60 -262M-74 -196Q0 -180 74 -196"/><path d="M0 -342q-16 14 0 30q16 -16 0 -30z"/>` +
      `</g>`,
  );
  paintFlame(pen, -606, 1);
}

function paintPillar(pen: Pen, look: Look): void {
  const isRippled = look.material === 'wax';
  const profile = isRippled ? rippled() : PILLAR;
  paintTurned(pen, profile, { color: look.color, gloss: 0.12, inside: look.color, tilt: 0.2 }, look.random);
  const glow = pen.linear(
    [
      [0, '#ffd58a', 0.75],
      [0.4, '#ffcf80', 0.12],
      [1, '#ffcf80', 0],
    ],
    [0, 0, 0, 1],
  );
  pen.add(`<path d="M-204 -820H204V-420H-204Z" fill="${glow}" opacity=".7"/>`);
  paintPool(pen, -820, 180, shade(look.color, 0.08));
  paintFlame(pen, -826, 1.1);
}

function rippled(): Point[] {
  return Array.from(
    { length: 21 },
    (_, index) => [200 + (index % 2 === 0 ? 10 : -8), -820 + index * 41] as const,
  );
}

function paintPool(pen: Pen, y: number, radius: number, color: string): void {
  const wax = pen.radial(
    [
      [0, '#fff3c9'],
      [0.4, shade(color, 0.04)],
      [1, shade(color, -0.1)],
    ],
    [0.5, 0.5, 0.55],
  );
  pen.add(
    `<ellipse cx="0" cy="${num(y + 10)}" rx="${num(radius * 0.98)}" ry="${num(radius * 0.18)}" ` +
      `fill="${wax}"/>`,
  );
}

function paintTapers(pen: Pen, look: Look): void {
  for (const [index, x] of [-240, -80, 80, 240].entries()) {
    const height = 1000 - (index % 3) * 56;
    pen.group(`transform="translate(${x} ${index % 2 === 0 ? 0 : 26})"`, () => {
      const brass: Point[] = [
        [44, -120],
        [40, -80],
        [38, -40],
        [84, -16],
        [88, 0],
      ];
      const taper: Point[] = [
        [26, -height],
        [32, -height + 40],
        [40, -110],
        [40, -100],
      ];
      paintTurned(pen, brass, { color: '#bb9450', gloss: 0.7 }, look.random);
      paintTurned(pen, taper, { color: look.color, gloss: 0.2, inside: look.color }, look.random);
      paintFlame(pen, -height, 0.62);
    });
  }
}

/** A small steady flame on its wick, with the light that it throws. */
export function paintFlame(pen: Pen, y: number, scale: number): void {
  const halo = pen.radial([
    [0, '#ffd989', 0.62],
    [0.3, '#ffca6e', 0.2],
    [1, '#ffca6e', 0],
  ]);
  const fire = pen.linear(
    [
      [0, '#ffb347'],
      [0.4, '#ffe08a'],
      [0.75, '#fffbe8'],
      [1, '#9fb4e8'],
    ],
    [0, 0, 0, 1],
  );
  pen.add(
    `<g transform="translate(0 ${num(y)}) scale(${scale})"><circle cx="0" cy="-90" r="360" ` +
      `fill="${halo}"/><path d="${path('M', 0, 10, 'V', -48)}" stroke="#33261c" stroke-width="8" ` +
      `stroke-linecap="round"/><path d="M0 -176C40 -112 36 -64 0 -34C-36 -64 -34 -108 0 -176Z" ` +
      `fill="${fire}"/></g>`,
  );
}
