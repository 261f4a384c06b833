import { type LampPainter, paintGlow, paintLitRim, paintPaper, paintShadeMetal } from './lamp-parts.ts';

/** Lamps that hang from the picture's upper edge. */
export const HANGING_LAMPS: Readonly<Record<string, LampPainter>> = {
  lantern: {
    height: 1000,
    reach: 400,
    stance: 'hanging',
    paint: (pen, look) => {
      pen.add('<path d="M800 0V520" stroke="#3a342d" stroke-width="7"/>');
      pen.group('transform="translate(800 1480)"', () => {
        paintGlow(pen, 0, -480, 900);
        paintPaper(pen, look);
      });
    },
  },
  pendant: {
    height: 1000,
    reach: 400,
    stance: 'hanging',
    paint: (pen, look) => {
      pen.add('<path d="M800 0V640" stroke="#3a342d" stroke-width="9"/>');
      pen.group('transform="translate(800 1180)"', () => {
        paintGlow(pen, 0, 160, 620);
        pen.add(
          `<path d="M-400 10L-620 860H620L400 10Z" fill="${pen.linear(
            [
              [0, '#fff0c4', 0.5],
              [1, '#fff0c4', 0],
            ],
            [0, 0, 0, 1],
          )}" filter="${pen.blur(24)}"/>`,
        );
        paintShadeMetal(
          pen,
          [
            [40, -560],
            [56, -520],
            [110, -440],
            [260, -330],
            [370, -160],
            [430, 0],
          ],
          look,
        );
        paintLitRim(pen, 0, 430);
      });
    },
  },
};
