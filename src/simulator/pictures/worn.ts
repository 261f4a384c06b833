import { type Cloth, paintCloth, partner } from './cloth.ts';
import type { Drawing, Look } from './look.ts';
import { type Pen, path } from './pen.ts';
import { mix, shade } from './tone.ts';

/** A knitted hat. */
export function drawBeanie(look: Look): Drawing {
  const weave = look.shape === 'pattern' ? 'knit' : look.shape === 'plain' ? 'jersey' : 'rib';
  const height = look.shape === 'short' ? -460 : -560;
  return lying((pen) => {
    const crown =
      `M-470 240Q-520 -120 -360 ${height + 160}Q-200 ${height} 0 ${height}T360 ` +
      `${height + 160}Q520 -120 470 240Z`;
    if (look.shape === 'bobble') paintBobble(pen, height - 100, partner(look.color));
    paintCloth(pen, crown, {
      color: look.color,
      weave,
      thickness: 26,
      folds: `M-260 220Q-300 -120 -120 ${height + 60}M60 220Q80 -160 20 ${height + 60}M300 210Q330 -120 170 ${height + 90}`,
    });
    if (look.shape === 'pattern')
      pen.group(`clip-path="${pen.clip(`<path d="${crown}"/>`)}"`, () =>
        paintStars(pen, partner(look.color)),
      );
    paintCloth(pen, 'M-500 150Q0 210 500 150Q524 280 492 420Q0 480 -492 420Q-524 280 -500 150Z', {
      color: look.color,
      weave: 'rib',
      thickness: 12,
    });
    pen.add(
      `<rect x="330" y="270" width="84" height="58" fill="${mix(look.color, '#efe6d4', 0.8)}"/><path ` +
        `d="M346 299h52" stroke="#4b4036" stroke-width="5"/>`,
    );
  });
}

/** A pair of socks, one half over the other. */
export function drawSocks(look: Look): Drawing {
  const sock =
    'M-190 -760Q-60 -790 90 -760Q96 -300 110 60Q140 200 330 330Q470 430 430 540Q380 640 220 610Q20 560 ' +
    '-110 400Q-200 270 -190 60Z';
  const weave = look.shape === 'ragg' ? 'knit' : 'jersey';
  const cloth: Cloth = {
    color: look.color,
    weave,
    motif: look.shape === 'striped' ? 'stripes' : 'none',
    thickness: 18,
  };
  return lying((pen) => {
    for (const [x, y, turn] of [
      [130, 20, 9],
      [-90, 60, -3],
    ] as const) {
      pen.group(`transform="translate(${x} ${y}) rotate(${turn})"`, () => {
        paintCloth(pen, sock, {
          ...cloth,
          folds: 'M-130 180Q-10 190 80 120M-120 300Q0 290 110 190M160 560Q220 460 330 420',
        });
        pen.group(`clip-path="${pen.clip(`<path d="${sock}"/>`)}"`, () => {
          const tone = look.shape === 'ragg' ? '#ece4d4' : partner(look.color);
          pen.add(
            `<path d="M230 700Q200 500 400 300L600 500L400 700Z" fill="${tone}" opacity=".9"/><path ` +
              `d="M-220 110Q-60 180 -50 430L-260 480Z" fill="${tone}" opacity=".9"/>`,
          );
          if (look.shape === 'pattern') paintStars(pen, tone);
        });
        paintCloth(pen, 'M-196 -770Q-60 -800 96 -770L98 -600Q-50 -626 -196 -600Z', {
          color: look.color,
          weave: 'rib',
          thickness: 3,
        });
      });
    }
  });
}

function lying(paint: (pen: Pen) => void): Drawing {
  return { stance: 'lying', height: 1300, reach: 520, paint };
}

function paintBobble(pen: Pen, y: number, color: string): void {
  let yarn = '';
  for (let index = 0; index < 130; index += 1) {
    const angle = index * 2.399;
    const reach = 150 * (0.55 + (0.45 * ((index * 7) % 10)) / 10);
    yarn += path(
      'M',
      Math.cos(angle) * 30,
      y + Math.sin(angle) * 30,
      'L',
      Math.cos(angle) * reach,
      y + Math.sin(angle) * reach,
    );
  }
  const ball = pen.radial(
    [
      [0, shade(color, 0.1)],
      [0.6, color],
      [1, shade(color, -0.2)],
    ],
    [0.38, 0.34, 0.7],
  );
  pen.add(
    `<circle cx="16" cy="${y + 24}" r="150" fill="#33281f" opacity=".25" filter="${pen.blur(18)}"/>`,
    `<circle cy="${y}" r="138" fill="${ball}"/>`,
    `<path d="${yarn}" stroke="${shade(color, -0.05)}" stroke-width="8" stroke-linecap="round" ` +
      `opacity=".6"/>`,
  );
}

function paintStars(pen: Pen, tone: string): void {
  let stars = '';
  for (let y = -620; y < 300; y += 190) {
    for (let x = -460; x <= 460; x += 184)
      stars += `M${x} ${y - 52}l18 34l34 18l-34 18l-18 34l-18 -34l-34 -18l34 -18z`;
    for (let x = -500; x <= 500; x += 46) stars += `M${x} ${y + 82}h20v20h-20z`;
  }
  pen.add(`<path d="${stars}" fill="${tone}" opacity=".9"/>`);
}
