import type { Drawing, Look } from './look.ts';
import { num, type Pen, path } from './pen.ts';
import type { Point } from './profile.ts';
import { mix, shade } from './tone.ts';
import { type Finish, paintTurned } from './turned.ts';

const TILT = 0.2;
const COFFEE = '#4a2f1f';

type Cup = { readonly profile: readonly Point[]; readonly handle?: string; readonly saucer?: number };

const CUPS: Readonly<Record<string, Cup>> = {
  straight: {
    profile: [
      [270, -620],
      [268, -580],
      [266, -320],
      [262, -60],
      [236, 0],
    ],
    handle: 'M246 -520C430 -560 450 -180 236 -150',
  },
  belly: {
    profile: [
      [226, -600],
      [232, -550],
      [300, -360],
      [304, -200],
      [250, -40],
      [200, 0],
    ],
    handle: 'M236 -500C440 -560 470 -190 282 -150',
  },
  small: {
    profile: [
      [220, -400],
      [214, -360],
      [196, -200],
      [160, -50],
      [118, 0],
    ],
    handle: 'M200 -330C330 -370 350 -140 176 -130',
    saucer: 330,
  },
  teabowl: {
    profile: [
      [330, -440],
      [322, -390],
      [286, -220],
      [200, -70],
      [136, -46],
      [140, 0],
    ],
  },
  wide: {
    profile: [
      [330, -400],
      [322, -350],
      [286, -190],
      [210, -60],
      [150, 0],
    ],
    handle: 'M304 -330C450 -380 470 -130 266 -130',
    saucer: 460,
  },
  tumbler: {
    profile: [
      [250, -620],
      [240, -560],
      [222, -300],
      [196, -40],
      [180, 0],
    ],
  },
};

/** A mug, cup or tea bowl with what one drinks from it; some on a saucer. */
export function drawCup(look: Look): Drawing {
  const cup = CUPS[look.shape === 'dipped' ? 'straight' : look.shape] ?? CUPS['straight'];
  const profile = cup?.profile ?? [];
  const height = -(profile[0]?.[1] ?? 0);
  return {
    stance: 'standing',
    height: height * 1.25,
    reach: cup?.saucer ?? profile.at(-1)?.[0] ?? 0,
    paint: (pen) => {
      if (cup?.saucer !== undefined) paintSaucer(pen, cup.saucer, look.color);
      const lift = cup?.saucer === undefined ? 0 : -26;
      pen.group(`transform="translate(0 ${lift})"`, () => {
        if (cup?.handle !== undefined) paintHandle(pen, cup.handle, look.color);
        paintTurned(pen, profile, finishOf(look), look.random);
        const rim = profile[0] ?? [0, 0];
        paintDrink(pen, rim, look.shape === 'teabowl' ? '#a9772f' : COFFEE);
      });
    },
  };
}

function finishOf(look: Look): Finish {
  const base: Finish = {
    color: look.color,
    gloss: look.material === 'porcelain' ? 0.5 : look.random.between(0.25, 0.5),
    inside: mix('#f1ebdf', look.color, 0.16),
    tilt: TILT,
    throwing: look.material !== 'porcelain',
  };
  if (look.shape === 'dipped') return { ...base, dip: { from: 0.5, color: '#b98e69' }, speckles: 70 };
  return look.material === 'porcelain' ? base : { ...base, speckles: look.random.pick([0, 90, 170]) };
}

function paintHandle(pen: Pen, shape: string, color: string): void {
  const stroke = (tone: string, width: number, shift: string, opacity = 1) =>
    `<path d="${shape}" transform="${shift}" fill="none" stroke="${tone}" stroke-width="${width}" ` +
    `stroke-linecap="round" opacity="${opacity}"/>`;
  pen.add(
    stroke(shade(color, -0.22), 62, 'translate(0 6)'),
    stroke(shade(color, -0.08), 52, 'translate(-2 0)'),
    stroke(shade(color, 0.1), 14, 'translate(-8 -14)', 0.75),
  );
}

function paintDrink(pen: Pen, [radius, y]: Point, color: string): void {
  const inner = radius * 0.9;
  const surface = pen.linear(
    [
      [0, shade(color, -0.1)],
      [0.6, color],
      [1, shade(color, 0.14)],
    ],
    [0, 0, 1, 0.4],
  );
  const clip = pen.clip(
    `<ellipse cx="0" cy="${num(y + 4)}" rx="${num(radius * 0.945)}" ry="${num(radius * TILT * 0.88)}"/>`,
  );
  pen.group(`clip-path="${clip}"`, () => {
    pen.add(
      `<ellipse cx="0" cy="${num(y + radius * 0.1)}" rx="${num(inner)}" ry="${num(inner * TILT)}" ` +
        `fill="${surface}"/>`,
      `<path d="${path('M', -inner * 0.6, y + radius * 0.06, 'Q', -inner * 0.1, y - 4, inner * 0.34, y + radius * 0.02)}" stroke="#fff3df" stroke-width="7" fill="none" opacity=".3" filter="${pen.blur(4)}"/>`,
    );
  });
}

function paintSaucer(pen: Pen, radius: number, color: string): void {
  const ry = radius * 0.21;
  const face = pen.linear(
    [
      [0, shade(color, 0.08)],
      [0.5, color],
      [1, shade(color, -0.16)],
    ],
    [0, 0, 1, 0.6],
  );
  pen.add(
    `<ellipse cx="0" cy="-22" rx="${radius}" ry="${num(ry)}" fill="${shade(color, -0.24)}"/>`,
    `<ellipse cx="0" cy="-34" rx="${radius}" ry="${num(ry)}" fill="${face}"/>`,
    `<ellipse cx="0" cy="-31" rx="${num(radius * 0.72)}" ry="${num(ry * 0.68)}" ` +
      `fill="${shade(color, -0.07)}"/>`,
    `<ellipse cx="0" cy="-27" rx="${num(radius * 0.7)}" ry="${num(ry * 0.66)}" fill="${face}"/>`,
    `<ellipse cx="${num(radius * 0.14)}" cy="-20" rx="${num(radius * 0.5)}" ry="${num(ry * 0.45)}" ` +
      `fill="#2d231b" opacity=".35" filter="${pen.blur(12)}"/>`,
  );
}
