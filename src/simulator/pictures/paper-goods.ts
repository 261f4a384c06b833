import { paintFlatShadow } from './backdrop.ts';
import { paintCloth } from './cloth.ts';
import type { Drawing, Look } from './look.ts';
import { type Pen, path } from './pen.ts';
import { mix, shade } from './tone.ts';

/** A notebook, diary or set of booklets. */
export function drawNotebook(look: Look): Drawing {
  return lying((pen) => {
    const count = look.shape === 'set' ? 3 : 1;
    for (let index = count - 1; index >= 0; index -= 1) {
      const color =
        [look.color, mix(look.color, '#e9dfcb', 0.7), shade(look.color, -0.16)][index] ?? look.color;
      pen.group(
        `transform="translate(${index * 130 - (count - 1) * 60} ${index * -70}) rotate(${-7 + index * 9})"`,
        () => paintBook(pen, color, look),
      );
    }
  });
}

/** Pattern sheets, or a gift box: paper goods that stand for something else. */
export function drawPaperGoods(look: Look): Drawing {
  return lying((pen) => (look.shape === 'pdf' ? paintPattern(pen) : paintGiftBox(pen, look)));
}

function lying(paint: (pen: Pen) => void): Drawing {
  return { stance: 'lying', height: 1300, reach: 520, paint };
}

function paintBook(pen: Pen, color: string, look: Look): void {
  const cover = 'M-430 -640H410Q440 -640 440 -610V610Q440 640 410 640H-430Z';
  paintFlatShadow(pen, cover, 26);
  pen.add(
    `<path d="M-420 -620H430V652H-420Z" fill="#e9e1d0"/><path d="M-420 644H430M-420 636H432" ` +
      `stroke="#b9ae98" stroke-width="3"/>`,
  );
  paintCloth(pen, cover, { color, weave: 'plain', thickness: 0 });
  const spine = pen.linear([
    [0, '#1d150f', 0.4],
    [0.6, '#1d150f', 0.06],
    [0.72, '#1d150f', 0.34],
    [1, '#fff7e8', 0.12],
  ]);
  pen.add(`<path d="M-430 -640H-310V640H-430Z" fill="${spine}"/>`);
  if (look.shape === 'set')
    pen.add(
      `<rect x="-110" y="-330" width="330" height="190" fill="#efe8d9"/><path d="M-70 -260h250M-70 ` +
        `-210h170" stroke="#6b6156" stroke-width="6"/>`,
    );
  else
    pen.add(
      `<path d="M-40 -420h220v120h-220z" fill="none" stroke="${mix(color, '#e8c987', 0.75)}" ` +
        `stroke-width="6"/><path d="M0 -360h140" stroke="${mix(color, '#e8c987', 0.75)}" stroke-width="6"/>`,
      `<path d="M120 640q10 70 -14 140l30 -20l26 26q14 -80 -2 -146z" fill="${mix(color, '#c9583a', 0.6)}"/>`,
    );
  if (look.shape === 'diary')
    pen.add(`<path d="M330 -640V640" stroke="${shade(color, -0.22)}" stroke-width="20"/>`);
}

function paintPattern(pen: Pen): void {
  for (const [turn, x, y] of [
    [7, 60, 30],
    [-4, -40, -10],
  ] as const) {
    pen.group(`transform="translate(${x} ${y}) rotate(${turn})"`, () => {
      paintFlatShadow(pen, 'M-500 -700H500V700H-500Z', 12);
      pen.add('<path d="M-500 -700H500V700H-500Z" fill="#f4efe3"/>');
    });
  }
  pen.group('transform="translate(-40 -10) rotate(-4)"', () => {
    const piece = 'M-180 -520Q0 -500 180 -520Q190 -260 330 -110V560H-330V-110Q-190 -260 -180 -520Z';
    pen.add(
      `<g fill="none" stroke="#8b4a32" stroke-width="6"><path d="${piece}"/><path d="${piece}" ` +
        `transform="scale(1.08 1.05)" stroke-dasharray="24 14"/><path d="${piece}" transform="scale(1.16 ` +
        `1.1)" stroke-dasharray="6 14"/></g>`,
      '<g fill="none" stroke="#4a5560" stroke-width="5"><path d="M0 -360V420M-24 -320L0 -370L24 -320M-24 ' +
        '380L0 430L24 380"/><path d="M-160 90H160V300H-160Z" stroke-dasharray="14 10"/><path d="M-460 ' +
        '-660h90v90h-90z"/></g>',
      '<path d="M400 -640h60v900h-60z" fill="#e2b64c"/><path d="M400 -600h26m-26 60h40m-40 60h26m-26 ' +
        '60h40m-40 60h26m-26 60h40m-40 60h26m-26 60h40m-40 60h26m-26 60h40m-40 60h26m-26 60h40m-40 60h26" ' +
        'stroke="#54431c" stroke-width="5"/>',
    );
  });
}

function paintGiftBox(pen: Pen, look: Look): void {
  const box = 'M-560 -440H560V440H-560Z';
  paintFlatShadow(pen, box, 44);
  const paper = pen.linear(
    [
      [0, '#a7a59d'],
      [1, '#85837c'],
    ],
    [0, 0, 1, 1],
  );
  pen.add(`<path d="${box}" fill="${paper}"/><path d="M-520 -400H520V400H-520Z" fill="#5f5d57"/>`);
  paintShreds(pen, look);
  const pot = (x: number, y: number, r: number, color: string, inside: string) => {
    const outline = path('M', x - r, y, 'a', r, r, 0, 1, 0, r * 2, 0, 'a', r, r, 0, 1, 0, -r * 2, 0, 'z');
    paintFlatShadow(pen, outline, 16);
    pen.add(
      `<path d="${outline}" fill="${pen.linear(
        [
          [0, shade(color, 0.1)],
          [1, shade(color, -0.14)],
        ],
        [0, 0, 1, 1],
      )}"/><circle cx="${x}" cy="${y}" r="${r * 0.88}" fill="${pen.linear(
        [
          [0, shade(inside, -0.2)],
          [1, shade(inside, 0.06)],
        ],
        [0, 0, 1, 1],
      )}"/>`,
    );
  };
  if (look.shape === 'breakfast') {
    for (const [x, y] of [
      [-300, -180],
      [-300, 190],
    ] as const)
      pot(x, y, 150, look.color, '#efe8da');
    for (const [x, y] of [
      [180, -170],
      [250, 190],
    ] as const)
      pot(x, y, 180, '#f2efe8', '#f4f0e6');
    return;
  }
  pot(-300, -60, 180, '#d3bb92', '#f5ecd8');
  pen.group('transform="translate(210 0) rotate(6) scale(.46)"', () =>
    paintBook(pen, '#9aa88a', { ...look, shape: 'hard' }),
  );
}

/** Paper wool. */
function paintShreds(pen: Pen, look: Look): void {
  let shreds = '';
  for (let index = 0; index < 240; index += 1)
    shreds += path(
      'M',
      look.random.between(-510, 490),
      look.random.between(-390, 380),
      'q',
      look.random.between(-30, 30),
      look.random.between(-30, 30),
      look.random.between(-50, 50),
      look.random.between(-40, 40),
    );
  pen.add(`<path d="${shreds}" fill="none" stroke="#d9c8a4" stroke-width="9" stroke-linecap="round"/>`);
}
