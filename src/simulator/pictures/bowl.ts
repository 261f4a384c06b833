import type { Drawing, Look } from './look.ts';
import { num, type Pen } from './pen.ts';
import type { Point } from './profile.ts';
import { mix, shade } from './tone.ts';
import { type Finish, paintTurned } from './turned.ts';
import { paintRoundGrain } from './wood.ts';

const TILT = 0.3;

const PROFILES: Readonly<Record<string, readonly Point[]>> = {
  round: [
    [500, -400],
    [490, -340],
    [420, -170],
    [280, -50],
    [190, -34],
    [190, 0],
  ],
  deep: [
    [500, -500],
    [494, -430],
    [440, -220],
    [300, -70],
    [200, -40],
    [206, 0],
  ],
  shallow: [
    [560, -270],
    [540, -220],
    [420, -90],
    [260, -30],
    [230, 0],
  ],
  dipped: [
    [500, -410],
    [490, -350],
    [424, -180],
    [290, -50],
    [220, 0],
  ],
  wooden: [
    [540, -400],
    [532, -350],
    [450, -180],
    [320, -50],
    [240, 0],
  ],
};

/** A bowl seen from a little higher than a vase, so that its inside shows. */
export function drawBowl(look: Look): Drawing {
  const profile = PROFILES[look.shape] ?? PROFILES['round'] ?? [];
  const isWooden = look.shape === 'wooden';
  return {
    stance: 'standing',
    height: 760,
    reach: (profile.at(-1)?.[0] ?? 200) * 1.15,
    breadth: 560,
    paint: (pen) => {
      paintTurned(pen, profile, finishOf(look, isWooden), look.random);
      paintInside(pen, profile[0] ?? [0, 0], look, isWooden);
    },
  };
}

function finishOf(look: Look, isWooden: boolean): Finish {
  const base: Finish = { color: look.color, gloss: isWooden ? 0.12 : 0.35, tilt: TILT, inside: look.color };
  if (isWooden) return { ...base, throwing: true };
  if (look.shape === 'dipped') return { ...base, dip: { from: 0.46, color: '#b88e6a' } };
  return { ...base, throwing: true, speckles: look.random.pick([0, 130, 210]) };
}

function paintInside(pen: Pen, [radius, y]: Point, look: Look, isWooden: boolean): void {
  const inner = radius * 0.955;
  const glaze = isWooden ? look.color : mix(look.color, '#f4eee2', 0.14);
  const depth = pen.radial(
    [
      [0, shade(glaze, -0.2)],
      [0.55, shade(glaze, -0.13)],
      [0.86, shade(glaze, 0.0)],
      [1, shade(glaze, -0.05)],
    ],
    [0.44, 0.62, 0.62],
  );
  const side = pen.linear(
    [
      [0, '#2a1f17', 0.42],
      [0.4, '#2a1f17', 0.1],
      [0.72, '#fffaf0', 0.02],
      [1, '#fffaf0', 0.32],
    ],
    [0, 0, 1, 0.35],
  );
  const ellipse = `cx="0" cy="${num(y + 5)}" rx="${num(inner)}" ry="${num(inner * TILT - 4)}"`;
  pen.add(`<ellipse ${ellipse} fill="${depth}"/>`);
  if (isWooden) {
    const clip = pen.clip(`<ellipse ${ellipse}/>`);
    pen.group(`clip-path="${clip}"`, () => paintRoundGrain(pen, y, inner, TILT, look.color));
  }
  pen.add(
    `<ellipse ${ellipse} fill="${side}"/>`,
    `<ellipse cx="${num(-radius * 0.06)}" cy="${num(y + radius * TILT * 0.62)}" ` +
      `rx="${num(radius * 0.4)}" ry="${num(radius * 0.05)}" fill="#fffaf0" opacity=".26" ` +
      `filter="${pen.blur(14)}"/>`,
  );
}
