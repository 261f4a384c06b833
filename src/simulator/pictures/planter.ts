import { paintBranch } from './branch.ts';
import type { Drawing, Look } from './look.ts';
import type { Pen } from './pen.ts';
import { paintPlant } from './plant.ts';
import type { Point } from './profile.ts';
import { mix, shade } from './tone.ts';
import { paintTurned } from './turned.ts';

const PROFILES: Readonly<Record<string, readonly Point[]>> = {
  classic: [
    [320, -520],
    [324, -430],
    [296, -424],
    [270, -220],
    [236, -20],
    [230, 0],
  ],
  ribbed: [
    [310, -520],
    [306, -480],
    [300, -260],
    [274, -60],
    [250, 0],
  ],
  footed: [
    [316, -600],
    [310, -540],
    [288, -320],
    [190, -150],
    [120, -96],
    [170, -20],
    [176, 0],
  ],
  belly: [
    [236, -500],
    [250, -470],
    [362, -330],
    [372, -200],
    [290, -40],
    [220, 0],
  ],
  hanging: [
    [330, -360],
    [322, -310],
    [280, -140],
    [170, -20],
    [80, 0],
  ],
};

/** A pot with a plant in it: pots without look sad. */
export function drawPlanter(look: Look): Drawing {
  if (look.shape === 'box') {
    return { stance: 'standing', height: 1000, reach: 620, paint: (pen) => paintBox(pen, look) };
  }
  const profile = PROFILES[look.shape] ?? [];
  const rim = profile[0] ?? [0, 0];
  const isHanging = look.shape === 'hanging';
  return {
    stance: isHanging ? 'hanging' : 'standing',
    height: -rim[1] + 560,
    reach: profile.at(-1)?.[0] ?? 0,
    paint: (pen) => {
      const draw = () => {
        paintTurned(
          pen,
          profile,
          {
            color: look.color,
            gloss: look.material === 'terracotta' ? 0 : 0.4,
            inside: '#4a382b',
            ...(look.shape === 'ribbed' ? { ribs: 19 } : { throwing: true }),
            speckles: 80,
          },
          look.random,
        );
        if (look.material === 'terracotta') paintPatina(pen, look.color);
        paintPlant(
          pen,
          rim,
          isHanging ? 'trailing' : look.random.pick(['fern', 'rubber', 'spear'] as const),
          look.random,
        );
      };
      if (!isHanging) return draw();
      pen.add(
        `<path d="M790 0L500 1070M800 0L800 1010M810 0L1100 1070" stroke="#e8dfcf" stroke-width="9" ` +
          `fill="none"/>`,
      );
      pen.group('transform="translate(800 1420)"', draw);
    },
  };
}

function paintPatina(pen: Pen, color: string): void {
  pen.add(
    `<ellipse cx="120" cy="-120" rx="150" ry="70" fill="${mix(color, '#f3e8da', 0.7)}" opacity=".16" ` +
      `filter="${pen.blur(30)}"/>`,
  );
}

function paintBox(pen: Pen, look: Look): void {
  for (const x of [-430, -150, 150, 420]) {
    pen.group(`transform="translate(${x} -380)"`, () => paintBranch(pen, [0, 0], 470, look.random));
    pen.group(`transform="translate(${x + 40} -360) scale(.62)"`, () =>
      paintPlant(pen, [200, 0], 'spear', look.random),
    );
  }
  const front = pen.linear(
    [
      [0, shade(look.color, 0.07)],
      [0.6, look.color],
      [1, shade(look.color, -0.13)],
    ],
    [0, 0, 1, 0.3],
  );
  pen.add(
    `<path d="M-620 -400H620L570 0H-570Z" fill="${front}"/>`,
    `<path d="M-640 -440H640V-360H-640Z" fill="${shade(look.color, 0.05)}"/>`,
    `<path d="M-640 -362H640V-340H-634Z" fill="${shade(look.color, -0.24)}" opacity=".55"/>`,
    `<path d="M-560 -230H560M-556 -200H556" stroke="${shade(look.color, -0.12)}" stroke-width="7" ` +
      `opacity=".6"/>`,
  );
}
