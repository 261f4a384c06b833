import { paintBranch } from './branch.ts';
import { paintGlass } from './glass-body.ts';
import type { Drawing, Look } from './look.ts';
import type { Pen } from './pen.ts';
import type { Point } from './profile.ts';
import { mix, shade } from './tone.ts';
import { type Finish, paintTurned } from './turned.ts';

const PROFILES: Readonly<Record<string, readonly Point[]>> = {
  bud: [
    [62, -760],
    [54, -720],
    [58, -600],
    [120, -480],
    [226, -330],
    [250, -210],
    [214, -80],
    [150, 0],
  ],
  bottle: [
    [70, -1020],
    [58, -980],
    [58, -760],
    [84, -660],
    [210, -540],
    [262, -420],
    [262, -140],
    [236, -30],
    [214, 0],
  ],
  round: [
    [130, -760],
    [118, -730],
    [160, -680],
    [320, -560],
    [392, -380],
    [350, -180],
    [226, -40],
    [170, 0],
  ],
  tall: [
    [128, -1180],
    [112, -1140],
    [140, -1000],
    [226, -780],
    [250, -560],
    [206, -240],
    [158, -60],
    [160, 0],
  ],
  ribbed: [
    [150, -960],
    [160, -900],
    [250, -700],
    [280, -500],
    [246, -240],
    [178, -50],
    [170, 0],
  ],
  amphora: [
    [136, -1010],
    [104, -960],
    [98, -880],
    [150, -800],
    [330, -620],
    [372, -460],
    [300, -220],
    [170, -40],
    [150, 0],
  ],
  cylinder: [
    [208, -920],
    [206, -880],
    [206, -460],
    [206, -40],
    [196, 0],
  ],
  flared: [
    [300, -880],
    [266, -820],
    [170, -600],
    [140, -420],
    [190, -200],
    [196, -60],
    [160, 0],
  ],
  dipped: [
    [134, -800],
    [126, -760],
    [170, -620],
    [250, -440],
    [262, -260],
    [220, -70],
    [186, 0],
  ],
};

/** A vase: turned stoneware in nine silhouettes, or blown glass. Every second one holds a branch. */
export function drawVase(look: Look): Drawing {
  const profile = stretched(PROFILES[look.shape] ?? [], look);
  const height = -(profile[0]?.[1] ?? 0);
  return {
    stance: 'standing',
    height,
    reach: profile.at(-1)?.[0] ?? 0,
    paint: (pen) => {
      const rim = profile[0] ?? [0, 0];
      const hasBranch = look.shape === 'bud' || look.shape === 'bottle' || look.random.chance(0.45);
      if (hasBranch) paintBranch(pen, [0, rim[1]], Math.min(560, 1460 - height), look.random);
      if (look.material === 'glass') {
        paintGlass(pen, profile, look.color, { water: look.random.between(0.35, 0.5) });
        return;
      }
      if (look.shape === 'amphora') paintEars(pen, look.color);
      paintTurned(pen, profile, finishOf(look), look.random);
    },
  };
}

function finishOf(look: Look): Finish {
  const base = {
    color: look.color,
    gloss: look.random.between(0.15, 0.55),
    inside: shade(look.color, -0.12),
  };
  const clay = mix('#b98d6a', look.color, 0.12);
  if (look.shape === 'dipped') return { ...base, gloss: 0.6, dip: { from: 0.58, color: clay }, speckles: 60 };
  if (look.shape === 'ribbed') return { ...base, ribs: 17 };
  return { ...base, throwing: true, speckles: look.random.chance(0.6) ? 150 : 0 };
}

function stretched(points: readonly Point[], look: Look): readonly Point[] {
  const wide = look.random.between(0.96, 1.05);
  return points.map(([radius, y]) => [radius * wide, y] as const);
}

function paintEars(pen: Pen, color: string): void {
  const ear = 'M-108 -900C-260 -930 -300 -800 -236 -700';
  const dark = shade(color, -0.2);
  for (const side of [1, -1]) {
    pen.add(
      `<g transform="scale(${side} 1)"><path d="${ear}" fill="none" ` +
        `stroke="${side === 1 ? shade(color, -0.04) : dark}" stroke-width="50" stroke-linecap="round"/>` +
        `<path d="${ear}" transform="translate(-4 -8)" fill="none" ` +
        `stroke="${shade(color, side === 1 ? 0.12 : -0.08)}" stroke-width="16" stroke-linecap="round" ` +
        `opacity=".7"/></g>`,
    );
  }
}
