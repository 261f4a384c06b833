import { paintFlatShadow } from './backdrop.ts';
import type { Drawing, Look } from './look.ts';
import { type Pen, path } from './pen.ts';
import { lightness, shade } from './tone.ts';
import { paintGrain } from './wood.ts';

const OUTLINES: Readonly<Record<string, string>> = {
  rectangle: rounded(480, 700, 40),
  paddle:
    'M-300 -420Q-300 -470 -250 -480Q-90 -500 -74 -600V-800Q-74 -880 0 -880T74 -800V-600Q90 -500 250 ' +
    '-480Q300 -470 300 -420V720Q300 780 240 780H-240Q-300 780 -300 720Z',
  round: 'M-600 0a600 600 0 1 0 1200 0a600 600 0 1 0 -1200 0Z',
  natural:
    'M-310 -760Q-180 -830 0 -810T300 -770Q350 -600 316 -420T340 -60T300 300T326 620Q330 770 240 790Q0 ' +
    '820 -250 780Q-350 740 -316 560T-346 200T-300 -120T-340 -470Q-360 -680 -310 -760Z',
  tray: rounded(520, 720, 90),
  trivet: 'M-430 0a430 430 0 1 0 860 0a430 430 0 1 0 -860 0Z',
};

/** A board from straight above, its grain running along it. */
export function drawBoard(look: Look): Drawing {
  const outline = OUTLINES[look.shape] ?? '';
  return {
    stance: 'lying',
    height: 1500,
    reach: 500,
    paint: (pen) => {
      const turn = look.shape === 'round' || look.shape === 'trivet' ? 24 : look.random.between(-9, 9);
      pen.group(`transform="rotate(${Math.round(turn)})"`, () => {
        paintFlatShadow(pen, outline, 34);
        paintWood(pen, outline, look);
        paintParts(pen, look);
      });
    },
  };
}

function paintWood(pen: Pen, outline: string, look: Look): void {
  const { color } = look;
  const isPainted = lightness(color) < 0.36;
  pen.add(
    `<path d="${outline}" transform="translate(5 9)" fill="${shade(color, -0.22)}"/>`,
    `<path d="${outline}" fill="${color}"/>`,
  );
  pen.group(`clip-path="${pen.clip(`<path d="${outline}"/>`)}"`, () => {
    if (!isPainted) paintGrain(pen, 1240, 1800, color, look.random);
    if (look.shape === 'natural')
      pen.add(
        `<path d="${outline}" fill="none" stroke="${shade(color, -0.24)}" stroke-width="46" opacity=".5" ` +
          `filter="${pen.blur(9)}"/>`,
      );
    const light = pen.linear(
      [
        [0, '#fff7e8', 0.34],
        [0.45, '#fff7e8', 0],
        [1, '#20150d', 0.22],
      ],
      [0, 0, 1, 1],
    );
    pen.add(
      `<path d="${outline}" fill="${light}"/>`,
      `<path d="${outline}" fill="none" stroke="${shade(color, 0.16)}" stroke-width="9" opacity=".7"/>`,
    );
  });
}

function paintParts(pen: Pen, look: Look): void {
  const dark = shade(look.color, -0.2);
  const light = shade(look.color, 0.14);
  const groove = (d: string, width: number) =>
    pen.add(
      `<path d="${d}" fill="none" stroke="${dark}" stroke-width="${width}" opacity=".62"/>`,
      `<path d="${d}" transform="translate(4 6)" fill="none" stroke="${light}" stroke-width="4" ` +
        `opacity=".8"/>`,
    );
  if (look.shape === 'rectangle') groove(rounded(410, 630, 34), 20);
  if (look.shape === 'paddle') paintHole(pen, 0, -800, 30);
  if (look.shape === 'round') paintHole(pen, 0, -520, 30);
  if (look.shape === 'natural') paintHole(pen, 0, -720, 26);
  if (look.shape === 'trivet')
    for (const radius of [330, 236, 142, 60])
      groove(
        path(
          'M',
          -radius,
          0,
          'a',
          radius,
          radius,
          0,
          1,
          0,
          radius * 2,
          0,
          'a',
          radius,
          radius,
          0,
          1,
          0,
          -radius * 2,
          0,
        ),
        28,
      );
  if (look.shape === 'tray') {
    groove(rounded(462, 662, 60), 12);
    const inner = pen.linear(
      [
        [0, '#1d140d', 0.4],
        [0.06, '#1d140d', 0],
      ],
      [0, 0, 1, 0],
    );
    pen.add(
      `<path d="${rounded(462, 662, 60)}" fill="${inner}"/>`,
      `<g fill="#3b2b1f"><rect x="-120" y="-706" width="240" height="28" rx="14"/><rect x="-120" y="678" ` +
        `width="240" height="28" rx="14"/></g>`,
    );
  }
}

function paintHole(pen: Pen, x: number, y: number, radius: number): void {
  pen.add(
    `<circle cx="${x}" cy="${y}" r="${radius}" fill="#cdbfae"/><circle cx="${x}" cy="${y}" r="${radius}" ` +
      `fill="none" stroke="#2b1d12" stroke-width="9" opacity=".45"/>`,
  );
}

function rounded(x: number, y: number, r: number): string {
  return path(
    'M',
    -x + r,
    -y,
    'H',
    x - r,
    'Q',
    x,
    -y,
    x,
    -y + r,
    'V',
    y - r,
    'Q',
    x,
    y,
    x - r,
    y,
    'H',
    -x + r,
    'Q',
    -x,
    y,
    -x,
    y - r,
    'V',
    -y + r,
    'Q',
    -x,
    -y,
    -x + r,
    -y,
    'Z',
  );
}
