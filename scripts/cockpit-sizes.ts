// How much the cockpit's browser loads: before the first screen, and for each screen after that. gzip, as sent.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

const OUT = join(import.meta.dirname, '../dist/cockpit');
const ENTRY = 'src/apps/cockpit/shell/main.tsx';

type Chunk = {
  readonly file: string;
  readonly src?: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
};

export type CockpitSizes = {
  /** Everything before a screen can be drawn, its words in English included. */
  readonly firstKb: number;
  /** In how many files that is: each has to be asked for. */
  readonly firstFiles: number;
  /** Of each screen, what is not there yet; the largest first. */
  readonly screens: readonly { readonly screen: string; readonly kb: number }[];
};

/** Reads what the last build made. */
export async function cockpitSizes(): Promise<CockpitSizes> {
  const chunks: Readonly<Record<string, Chunk>> = JSON.parse(
    await readFile(join(OUT, 'manifest.json'), 'utf8'),
  );
  const words = Object.keys(chunks).filter((name) =>
    /^src\/(platform\/cockpit|apps\/cockpit\/shell)\/messages\/en\.ts$/.test(name),
  );
  const first = new Set([ENTRY, ...words].flatMap((name) => filesOf(chunks, name)));
  const screens = Object.keys(chunks).filter((name) => /\/cockpit\/.*screen\.tsx$/.test(name));
  const measured = await Promise.all(
    screens.map(async (screen) => {
      const desk = screen.slice(0, screen.indexOf('/cockpit/'));
      const own = new Set(
        [screen, `${desk}/cockpit/messages/en.ts`].flatMap((name) => filesOf(chunks, name)),
      );
      return { screen, kb: await kbOf([...own].filter((file) => !first.has(file))) };
    }),
  );
  return {
    firstKb: await kbOf(first),
    firstFiles: first.size,
    screens: measured.toSorted((a, b) => b.kb - a.kb),
  };
}

function filesOf(chunks: Readonly<Record<string, Chunk>>, name: string, seen = new Set<string>()): string[] {
  const chunk = chunks[name];
  if (chunk === undefined || seen.has(name)) return [];
  seen.add(name);
  const others = (chunk.imports ?? []).flatMap((other) => filesOf(chunks, other, seen));
  return [chunk.file, ...(chunk.css ?? []), ...others];
}

async function kbOf(files: Iterable<string>): Promise<number> {
  const sizes = await Promise.all([...files].map(async (file) => (await stat(join(OUT, `${file}.gz`))).size));
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 100) / 10;
}

if (import.meta.main) {
  const { firstKb, firstFiles, screens } = await cockpitSizes();
  console.log(`first load ${firstKb} kB in ${firstFiles} files`);
  for (const { screen, kb } of screens) console.log(`${String(kb).padStart(7)} kB  ${screen}`);
}
