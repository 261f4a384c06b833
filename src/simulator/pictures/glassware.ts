import { paintGlass } from './glass-body.ts';
import type { Drawing, Look } from './look.ts';
import { num, type Pen } from './pen.ts';
import type { Point } from './profile.ts';
import { shade } from './tone.ts';
import { paintTurned } from './turned.ts';

const PROFILES: Readonly<Record<string, readonly Point[]>> = {
  tumbler: [
    [236, -560],
    [228, -480],
    [208, -200],
    [196, -30],
    [184, 0],
  ],
  ribbed: [
    [236, -560],
    [230, -480],
    [214, -200],
    [202, -30],
    [186, 0],
  ],
  highball: [
    [196, -820],
    [192, -700],
    [184, -300],
    [178, -30],
    [168, 0],
  ],
  carafe: [
    [130, -980],
    [96, -920],
    [84, -820],
    [110, -700],
    [230, -440],
    [258, -240],
    [228, -40],
    [196, 0],
  ],
  jug: [
    [220, -860],
    [200, -800],
    [190, -700],
    [262, -440],
    [282, -240],
    [250, -50],
    [210, 0],
  ],
  jar: [
    [200, -660],
    [236, -600],
    [246, -400],
    [246, -60],
    [226, 0],
  ],
};
const BOWLS: Readonly<Record<string, readonly Point[]>> = {
  wine: [
    [176, -880],
    [206, -740],
    [212, -620],
    [150, -480],
    [40, -420],
    [16, -410],
  ],
  coupe: [
    [300, -760],
    [290, -700],
    [220, -590],
    [80, -540],
    [20, -530],
  ],
};

/** Blown glass, with something in it, because an empty glass is hard to see. */
export function drawGlassware(look: Look): Drawing {
  const bowl = BOWLS[look.shape];
  const profile = bowl ?? PROFILES[look.shape] ?? [];
  return {
    stance: 'standing',
    height: -(profile[0]?.[1] ?? 0) * 1.1,
    reach: bowl === undefined ? (profile.at(-1)?.[0] ?? 0) : 170,
    breadth: 320,
    paint: (pen) => {
      if (bowl !== undefined) return paintStemmed(pen, bowl, look);
      if (look.shape === 'jug') paintGlassHandle(pen, look.color);
      paintGlass(pen, profile, look.color, {
        ...(look.shape === 'ribbed' ? { ribs: 15 } : {}),
        ...(look.shape === 'jar' ? {} : { water: look.shape === 'carafe' ? 0.42 : 0.6 }),
      });
      if (look.shape === 'highball') paintIce(pen);
      if (look.shape === 'jar')
        paintTurned(
          pen,
          [
            [214, -730],
            [218, -716],
            [218, -664],
            [210, -650],
          ],
          { color: '#c49a66', gloss: 0.1, inside: '#cda574' },
          look.random,
        );
      if (look.shape === 'carafe')
        paintGlass(
          pen,
          [
            [20, -1120],
            [66, -1080],
            [70, -1030],
            [40, -985],
          ],
          look.color,
        );
    },
  };
}

function paintStemmed(pen: Pen, bowl: readonly Point[], look: Look): void {
  const low = bowl.at(-1)?.[1] ?? 0;
  const deep = shade(look.color, -0.2);
  const stem = pen.linear([
    [0, deep, 0.7],
    [0.3, '#ffffff', 0.85],
    [0.6, look.color, 0.4],
    [1, deep, 0.75],
  ]);
  const foot = pen.radial([
    [0, '#ffffff', 0.5],
    [0.7, look.color, 0.25],
    [1, deep, 0.6],
  ]);
  pen.add(
    `<ellipse cx="0" cy="-4" rx="170" ry="32" fill="${foot}" stroke="${deep}" stroke-width="3" ` +
      `stroke-opacity=".5"/>`,
    `<path d="M-12 ${num(low - 6)}L-10 -60Q-14 -24 -60 -10H60Q14 -24 10 -60L12 ${num(low - 6)}Z" ` +
      `fill="${stem}"/>`,
  );
  const liquid = look.shape === 'wine' ? '#7c2b3a' : '#e8cf8f';
  paintGlass(pen, bowl, look.color, { water: look.shape === 'wine' ? 0.76 : 0.9, liquid });
}

function paintGlassHandle(pen: Pen, color: string): void {
  const shape = 'M196 -740C470 -800 470 -300 266 -290';
  pen.add(
    `<path d="${shape}" fill="none" stroke="${shade(color, -0.2)}" stroke-width="46" opacity=".45"/>`,
    `<path d="${shape}" fill="none" stroke="${color}" stroke-width="30" opacity=".5"/>`,
    `<path d="${shape}" transform="translate(-6 -10)" fill="none" stroke="#ffffff" stroke-width="8" ` +
      `opacity=".85"/>`,
  );
}

function paintIce(pen: Pen): void {
  pen.add(
    '<g fill="#ffffff" fill-opacity=".34" stroke="#ffffff" stroke-width="5" stroke-opacity=".7" ' +
      'stroke-linejoin="round"><path d="M-110 -500l110 -40l60 90l-112 44z"/><path d="M20 -470l96 30l-20 ' +
      '96l-100 -22z"/></g>',
    '<path d="M60 -560C120 -700 150 -820 120 -960" stroke="#64794f" stroke-width="7" fill="none"/><path ' +
      'd="M120 -960q70 -40 60 -120q-80 20 -60 120M112 -880q-90 -10 -110 -90q90 -10 110 90M128 -860q80 -20 ' +
      '90 -90q-84 10 -90 90" fill="#7f9a63"/>',
  );
}
