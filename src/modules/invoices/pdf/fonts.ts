import { createRequire } from 'node:module';
import { type Font, openSync } from 'fontkit';

const require = createRequire(import.meta.url);
const FOLDER = '@expo-google-fonts/open-sans';

/** Parsed once: their tables are read lazily and kept, which makes every later document twenty times as quick. */
export const FONTS = {
  regular: openFont(require.resolve(`${FOLDER}/400Regular/OpenSans_400Regular.ttf`)),
  strong: openFont(require.resolve(`${FOLDER}/600SemiBold/OpenSans_600SemiBold.ttf`)),
} as const;

declare global {
  namespace PDFKit.Mixins {
    // PDFKit takes a font that fontkit has opened; its types do not say so.
    interface PDFFont {
      font(src: Font): this;
    }
  }
}

function openFont(file: string): Font {
  const font = openSync(file);
  if (!('layout' in font)) throw new TypeError(`${file} holds several fonts`);
  return font;
}
