// Makes what browsers load: one script, one style sheet a template, and the fonts; names carry their content's hash.
import { createHash } from 'node:crypto';
import { glob, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..');
const SOURCE = 'src/apps/storefront';
const OUT = join(ROOT, 'dist/storefront');
const TEMPLATES = ['atelier', 'depot', 'nocturne'] as const;

type ViteEntry = { readonly file: string; readonly assets?: readonly string[] };

/** Builds unless the last build was made of exactly these inputs; says which of the two it was. */
export async function buildIfNeeded(): Promise<'built' | 'unchanged'> {
  const wanted = await hashOfInputs();
  if ((await lastBuild()) === wanted) return 'unchanged';
  // Built aside and renamed: a server that starts now reads the old build or the new one, never half of one.
  const aside = `${OUT}.${process.pid}`;
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: aside,
      emptyOutDir: true,
      manifest: true,
      assetsInlineLimit: 0,
      cssCodeSplit: true,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: [
          join(ROOT, SOURCE, 'browser/main.ts'),
          ...TEMPLATES.map((name) => join(ROOT, SOURCE, 'styles', `${name}.css`)),
        ],
      },
    },
  });
  await writeManifest(aside, wanted);
  await rm(OUT, { recursive: true, force: true });
  await rename(aside, OUT);
  return 'built';
}

async function hashOfInputs(): Promise<string> {
  const files = await Array.fromAsync(glob([`${SOURCE}/{browser,styles}/**/*.{ts,css}`], { cwd: ROOT }));
  const hash = createHash('sha256');
  for (const file of [...files, 'scripts/build.ts', 'package-lock.json'].toSorted()) {
    hash.update(`${file}\0`).update(await readFile(join(ROOT, file)));
  }
  return hash.digest('hex');
}

async function lastBuild(): Promise<string | undefined> {
  try {
    return JSON.parse(await readFile(join(OUT, 'manifest.json'), 'utf8')).inputs;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Writes the manifest that view/asset-manifest.ts reads. */
async function writeManifest(folder: string, inputs: string): Promise<void> {
  const entries: Record<string, ViteEntry> = JSON.parse(
    await readFile(join(folder, '.vite/manifest.json'), 'utf8'),
  );
  const entryOf = (path: string): ViteEntry => {
    const entry = entries[`${SOURCE}/${path}`];
    if (!entry) throw new Error(`the build made nothing of ${path}`);
    return entry;
  };
  const sheets = TEMPLATES.map((name) => [name, entryOf(`styles/${name}.css`)] as const);
  const address = (file: string): string => `/${file}`;
  const manifest = {
    inputs,
    styles: Object.fromEntries(sheets.map(([name, entry]) => [name, [address(entry.file)]])),
    // Slanted letters are rare above the fold and wait for the style sheet.
    fonts: Object.fromEntries(
      sheets.map(([name, entry]) => [
        name,
        (entry.assets ?? [])
          .filter((file) => file.endsWith('.woff2') && !basename(file).includes('italic'))
          .map(address),
      ]),
    ),
    scripts: [address(entryOf('browser/main.ts').file)],
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2));
}

if (import.meta.main) {
  const began = performance.now();
  const outcome = await buildIfNeeded();
  console.log(`Storefront assets ${outcome} in ${Math.round(performance.now() - began)} ms.`);
}
