import { createRequire } from 'node:module';
import { type Font, openSync } from 'fontkit';

const require = createRequire(import.meta.url);
const FOLDER = '@expo-google-fonts/open-sans';

export const INK = { text: '#1d1d1f', soft: '#5b5b62', line: '#d9d9de' } as const;

export type Fonts = { readonly regular: Font; readonly strong: Font };
let opened: Fonts | undefined;

/** Parsed with the first file and kept. */
export function fontsOf(): Fonts {
  opened ??= {
    regular: openFont(`${FOLDER}/400Regular/OpenSans_400Regular.ttf`),
    strong: openFont(`${FOLDER}/600SemiBold/OpenSans_600SemiBold.ttf`),
  };
  return opened;
}

function openFont(file: string): Font {
  const font = openSync(require.resolve(file));
  if (!('layout' in font)) throw new TypeError(`${file} holds several fonts`);
  return font;
}
