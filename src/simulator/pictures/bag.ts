import { paintFlatShadow } from './backdrop.ts';
import { paintCloth, paintSeam, partner } from './cloth.ts';
import type { Drawing, Look } from './look.ts';
import type { Pen } from './pen.ts';
import { shade } from './tone.ts';

/** A bag, upright and flat. */
export function drawBag(look: Look): Drawing {
  return lying((pen) => {
    if (look.shape === 'net') return paintNet(pen, look.color);
    if (look.shape === 'weekend') return paintWeekender(pen, look);
    const handle = shade(look.color, -0.03);
    for (const d of ['M-230 -330Q-250 -860 0 -860T230 -330', 'M-210 -320Q-190 -780 20 -780T220 -320']) {
      pen.add(
        `<path d="${d}" transform="translate(12 16)" fill="none" stroke="#33281f" stroke-width="50" ` +
          `opacity=".25" filter="${pen.blur(9)}"/>`,
        `<path d="${d}" fill="none" stroke="${handle}" stroke-width="50"/>`,
      );
      paintSeam(pen, d, handle, 2);
    }
    const bag = 'M-500 -340Q0 -318 500 -340Q530 200 520 690Q0 730 -520 690Q-530 200 -500 -340Z';
    paintCloth(pen, bag, {
      color: look.color,
      weave: 'twill',
      thickness: 24,
      folds: 'M-380 -260Q-330 100 -400 600M330 -280Q390 100 320 640M-60 200Q40 300 -20 620',
    });
    if (look.shape === 'dipped')
      pen.group(`clip-path="${pen.clip(`<path d="${bag}"/>`)}"`, () =>
        paintCloth(pen, 'M-560 240Q0 270 560 240V800H-560Z', {
          color: '#e9dfca',
          weave: 'twill',
          thickness: 3,
        }),
      );
    else
      pen.add(
        `<g fill="none" stroke="${partner(look.color)}" stroke-width="13" opacity=".85"><path d="M0 ` +
          `-40V250M-100 60H100M-150 130Q-140 250 0 250T150 130"/><circle cy="-76" r="36"/></g>`,
      );
    paintSeam(pen, 'M-498 -280Q0 -258 498 -280', look.color);
  });
}

function lying(paint: (pen: Pen) => void): Drawing {
  return { stance: 'lying', height: 1300, reach: 520, paint };
}

function paintNet(pen: Pen, color: string): void {
  const bag = 'M-330 -260Q-520 200 -330 560Q0 760 330 560Q520 200 330 -260Z';
  const fruit = (x: number, y: number, r: number, tone: string) =>
    `<circle cx="${x}" cy="${y}" r="${r}" fill="${pen.radial(
      [
        [0, shade(tone, 0.14)],
        [0.6, tone],
        [1, shade(tone, -0.18)],
      ],
      [0.36, 0.32, 0.75],
    )}"/>`;
  paintFlatShadow(pen, bag, 24);
  pen.add(
    fruit(-150, 380, 190, '#d98a35'),
    fruit(170, 420, 180, '#d9b545'),
    fruit(10, 130, 180, '#cf7a3a'),
    fruit(-230, 60, 130, '#d8b040'),
    fruit(240, 120, 140, '#a9b35b'),
  );
  const mesh = pen.tile(
    74,
    74,
    `<path d="M0 0L74 74M74 0L0 74" stroke="${color}" stroke-width="9" fill="none"/>`,
  );
  pen.add(
    `<path d="${bag}" fill="${mesh}"/>`,
    `<path d="M-330 -260Q0 -200 330 -260M-300 -250Q-240 -820 0 -820T300 -250" fill="none" ` +
      `stroke="${shade(color, -0.05)}" stroke-width="30"/>`,
    `<path d="${bag}" fill="none" stroke="${color}" stroke-width="13"/>`,
  );
}

function paintWeekender(pen: Pen, look: Look): void {
  const leather = '#8a5a35';
  pen.add(
    `<path d="M-260 -160Q-250 -540 0 -540T260 -160" fill="none" stroke="${leather}" stroke-width="40"/>`,
  );
  const body =
    'M-600 -180Q-560 -270 -420 -280Q0 -300 420 -280Q560 -270 600 -180Q640 140 590 400Q0 460 -590 ' +
    '400Q-640 140 -600 -180Z';
  paintCloth(pen, body, {
    color: look.color,
    weave: 'twill',
    thickness: 34,
    folds: 'M-460 -200Q-420 100 -470 360M480 -200Q440 80 500 340M-60 -100Q20 100 -40 360',
  });
  pen.add(
    `<path d="M-596 -120Q0 -90 596 -120" fill="none" stroke="#c9a45c" stroke-width="9" ` +
      `stroke-dasharray="9 5"/>`,
  );
  for (const x of [-260, 260])
    pen.add(
      `<path d="M${x - 34} -260H${x + 34}V420H${x - 34}Z" fill="${leather}"/><path d="M${x - 24} ` +
        `-250V410M${x + 24} -250V410" stroke="${shade(leather, 0.16)}" stroke-width="3" ` +
        `stroke-dasharray="11 7"/><circle cx="${x}" cy="-150" r="18" fill="#c9a45c"/>`,
    );
}
