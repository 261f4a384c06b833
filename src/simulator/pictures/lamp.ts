import { HANGING_LAMPS } from './lamp-hanging.ts';
import {
  BRASS,
  type LampPainter,
  paintCone,
  paintGlow,
  paintLinenShade,
  paintLitRim,
  paintShadeMetal,
  paintStem,
} from './lamp-parts.ts';
import type { Drawing, Look } from './look.ts';
import type { Point } from './profile.ts';
import { mix, shade } from './tone.ts';
import { paintTurned } from './turned.ts';

/** A lamp that is on: its shade, what carries it, and its light on the wall. */
export function drawLamp(look: Look): Drawing {
  const lamp = LAMPS[look.shape] ?? HANGING_LAMPS[look.shape];
  if (lamp === undefined) throw new RangeError(`there is no lamp "${look.shape}"`);
  const breadth = lamp.breadth === undefined ? {} : { breadth: lamp.breadth };
  return {
    stance: lamp.stance ?? 'standing',
    height: lamp.height,
    reach: lamp.reach,
    ...breadth,
    paint: (pen) => lamp.paint(pen, look),
  };
}

const LAMPS: Readonly<Record<string, LampPainter>> = {
  dome: {
    height: 1120,
    reach: 190,
    breadth: 330,
    paint: (pen, look) => {
      paintGlow(pen, 0, -560, 620);
      paintStem(pen, 0, -800, 0, BRASS, 18);
      paintTurned(
        pen,
        [
          [60, -34],
          [180, -22],
          [196, -12],
          [196, 0],
        ],
        { color: look.color, gloss: 0.4 },
        look.random,
      );
      paintCone(pen, 0, -720);
      paintShadeMetal(
        pen,
        [
          [26, -1090],
          [60, -1070],
          [200, -1010],
          [300, -880],
          [326, -730],
        ],
        look,
      );
      paintLitRim(pen, -730, 326);
    },
  },
  mushroom: {
    height: 980,
    reach: 200,
    breadth: 370,
    paint: (pen, look) => {
      paintGlow(pen, 0, -520, 640);
      paintTurned(
        pen,
        [
          [84, -640],
          [84, -300],
          [110, -120],
          [190, -30],
          [204, 0],
        ],
        { color: mix(look.color, '#fff3dc', 0.3), gloss: 0.4 },
        look.random,
      );
      paintShadeMetal(
        pen,
        [
          [40, -980],
          [170, -950],
          [310, -840],
          [366, -680],
          [360, -620],
        ],
        look,
      );
      paintLitRim(pen, -620, 360);
    },
  },
  ceramic: {
    height: 1180,
    reach: 190,
    breadth: 340,
    paint: (pen, look) => {
      paintGlow(pen, 0, -880, 700);
      const foot: readonly Point[] =
        look.material === 'stoneware'
          ? [
              [40, -640],
              [60, -600],
              [210, -420],
              [232, -260],
              [170, -50],
              [150, 0],
            ]
          : [
              [34, -640],
              [60, -560],
              [104, -420],
              [80, -300],
              [120, -140],
              [176, -30],
              [180, 0],
            ];
      paintStem(pen, 0, -760, -600, BRASS, 22);
      paintTurned(
        pen,
        foot,
        { color: look.color, gloss: look.material === 'stoneware' ? 0.3 : 0.12, throwing: true },
        look.random,
      );
      paintLinenShade(pen, 0, -1180, 230, 340, 460);
    },
  },
  desk: {
    height: 1080,
    reach: 200,
    breadth: 420,
    paint: (pen, look) => {
      paintGlow(pen, 260, -640, 480);
      paintTurned(
        pen,
        [
          [40, -50],
          [190, -34],
          [204, -20],
          [204, 0],
        ],
        { color: look.color, gloss: 0.3 },
        look.random,
      );
      pen.add(
        `<path d="M0 -40L-190 -560L150 -960" fill="none" stroke="${shade(look.color, -0.16)}" ` +
          `stroke-width="26" stroke-linejoin="round"/><path d="M-5 -44L-194 -560L146 -962" fill="none" ` +
          `stroke="${shade(look.color, 0.12)}" stroke-width="8"/><circle cx="-190" cy="-560" r="34" ` +
          `fill="${BRASS}"/><circle cx="-194" cy="-566" r="16" fill="${shade(BRASS, 0.16)}"/>`,
      );
      pen.group('transform="translate(170 -930) rotate(-34)"', () => {
        paintCone(pen, 0, 200);
        paintShadeMetal(
          pen,
          [
            [44, -80],
            [60, -40],
            [120, 60],
            [200, 210],
          ],
          look,
        );
        paintLitRim(pen, 210, 200);
      });
    },
  },
  globe: {
    height: 760,
    reach: 190,
    breadth: 300,
    paint: (pen, look) => {
      paintGlow(pen, 0, -400, 760);
      paintTurned(
        pen,
        [
          [150, -110],
          [160, -90],
          [176, -20],
          [180, 0],
        ],
        { color: look.color, gloss: 0.7 },
        look.random,
      );
      const opal = pen.radial(
        [
          [0, '#fffdf4'],
          [0.5, '#fff3d8'],
          [0.85, '#f3dcae'],
          [1, '#d9b982'],
        ],
        [0.46, 0.44, 0.58],
      );
      pen.add(
        `<circle cx="0" cy="-390" r="300" fill="${opal}"/><ellipse cx="-110" cy="-540" rx="80" ry="46" ` +
          `transform="rotate(-38 -110 -540)" fill="#ffffff" opacity=".7" filter="${pen.blur(16)}"/>`,
      );
    },
  },
  floor: {
    height: 1560,
    reach: 190,
    breadth: 260,
    paint: (pen, look) => {
      paintGlow(pen, 0, -1330, 640);
      paintStem(pen, 0, -1400, 0, look.color, 18);
      paintTurned(
        pen,
        [
          [30, -40],
          [180, -26],
          [190, -14],
          [190, 0],
        ],
        { color: look.color, gloss: 0.6 },
        look.random,
      );
      paintLinenShade(pen, 0, -1560, 200, 260, 340);
    },
  },
  portable: {
    height: 900,
    reach: 170,
    breadth: 230,
    paint: (pen, look) => {
      paintGlow(pen, 0, -620, 560);
      paintTurned(
        pen,
        [
          [60, -600],
          [64, -400],
          [80, -200],
          [160, -40],
          [170, 0],
        ],
        { color: look.color, gloss: 0.25 },
        look.random,
      );
      pen.add(`<path d="M-70 -640H70V-580H-70Z" fill="#fff1c9"/>`);
      paintShadeMetal(
        pen,
        [
          [30, -880],
          [160, -850],
          [214, -760],
          [222, -640],
        ],
        look,
      );
      paintLitRim(pen, -640, 222);
    },
  },
};
