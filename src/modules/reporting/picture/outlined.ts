import { createRequire } from 'node:module';
import { type Font, openSync } from 'fontkit';
import type { Lettering } from './lettering.ts';

const require = createRequire(import.meta.url);
const INK = { ink: '#1d1d1f', soft: '#5b5b62' } as const;

let opened: Font | undefined;

/**
 * Letters as their outlines, of a font that comes with the shop: a server has no fonts that one could count on, and a mail
 * must look the same from each.
 */
export const asOutlines: Lettering = {
  write: (text, { x, y, size, anchor = 'start', tone = 'soft' }) => {
    const font = fontOf();
    const scale = size / font.unitsPerEm;
    const { glyphs, positions, advanceWidth } = font.layout(text);
    let pen = anchor === 'end' ? x - advanceWidth * scale : x;
    const paths = glyphs.map((glyph, index) => {
      const at = pen;
      pen += (positions[index]?.xAdvance ?? glyph.advanceWidth) * scale;
      const outline = glyph.path.toSVG();
      // Fonts count upwards, pictures downwards.
      return outline === ''
        ? ''
        : `<path transform="matrix(${f(scale)} 0 0 ${f(-scale)} ${f(at)} ${f(y)})" d="${outline}"/>`;
    });
    return `<g fill="${INK[tone]}">${paths.join('')}</g>`;
  },
  widthOf: (text, size) => {
    const font = fontOf();
    return (font.layout(text).advanceWidth * size) / font.unitsPerEm;
  },
};

function fontOf(): Font {
  if (opened !== undefined) return opened;
  const font = openSync(require.resolve('@expo-google-fonts/open-sans/400Regular/OpenSans_400Regular.ttf'));
  if (!('layout' in font)) throw new TypeError('the font of pictures holds several fonts');
  opened = font;
  return font;
}

function f(value: number): string {
  return Number(value.toFixed(4)).toString();
}
