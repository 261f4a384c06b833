// Makes what browsers load: one script, one style sheet a template, and the fonts; names carry their
// content's hash.
import { createHash } from 'node:crypto';
import { glob, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const ROOT = join(import.meta.dirname, '..');
const SOURCE = 'src/apps/storefront';
const OUT = join(ROOT, 'dist/storefront');
const DAY_MS = 86_400_000;
const SCRIPTS = {
  main: 'browser/main.ts',
  checkout: 'browser/checkout.ts',
  pay: 'browser/pay.ts',
} as const;
const TEMPLATES = ['atelier', 'depot', 'nocturne'] as const;

type ViteEntry = { readonly file: string; readonly assets?: readonly string[] };

/** Whether the last build was made of exactly these inputs. */
export async function isBuilt(): Promise<boolean> {
  return (await lastBuild()) === (await hashOfInputs());
}

/** Builds unless the last build was made of exactly these inputs; says which of the two it was. */
export async function buildIfNeeded(): Promise<'built' | 'unchanged'> {
  const wanted = await hashOfInputs();
  if ((await lastBuild()) === wanted) return 'unchanged';
  const aside = `${OUT}.${process.pid}`;
  // Loaded only when there is something to build: every start asks.
  const { build } = await import('vite');
  const styles = TEMPLATES.map((name) => join(ROOT, SOURCE, 'styles', `${name}.css`));
  // Each script alone: what stands in a page's inventory is one file, and nothing is loaded besides.
  await bundle(build, aside, [join(ROOT, SOURCE, SCRIPTS.main), ...styles]);
  await bundle(build, `${aside}.checkout`, [join(ROOT, SOURCE, SCRIPTS.checkout)]);
  await bundle(build, `${aside}.pay`, [join(ROOT, SOURCE, SCRIPTS.pay)]);
  const entries = await gather(aside, [`${aside}.checkout`, `${aside}.pay`]);
  await pack(join(aside, 'assets'));
  await writeManifest(aside, entries, wanted);
  await moveInto(aside);
  return 'built';
}

type Build = typeof import('vite').build;

async function bundle(build: Build, outDir: string, input: readonly string[]): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: true,
      manifest: true,
      assetsInlineLimit: 0,
      cssCodeSplit: true,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: [...input],
      },
    },
  });
}

/** Moves what the other builds made into the first one's folder; all entries by their source. */
async function gather(folder: string, others: readonly string[]): Promise<Record<string, ViteEntry>> {
  const entries = await entriesOf(folder);
  for (const other of others) {
    for (const name of await readdir(join(other, 'assets'))) {
      await rename(join(other, 'assets', name), join(folder, 'assets', name));
    }
    Object.assign(entries, await entriesOf(other));
    await rm(other, { recursive: true, force: true });
  }
  return entries;
}

async function entriesOf(folder: string): Promise<Record<string, ViteEntry>> {
  return JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8'));
}

/**
 * Puts a Brotli and a gzip copy beside each script and style sheet, as small as they get: they are sent as
 * they are.
 */
async function pack(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/\.(?:js|css)$/.test(name)) continue;
    const file = join(folder, name);
    const body = await readFile(file);
    await writeFile(`${file}.br`, brotliCompressSync(body));
    await writeFile(`${file}.gz`, gzipSync(body, { level: 9 }));
  }
}

/**
 * Names carry their content's hash, so two builds at once do not disturb each other and the manifest, last,
 * is there
 * whole or not at all. What older pages still ask for stays for a day.
 */
async function moveInto(aside: string): Promise<void> {
  const assets = join(OUT, 'assets');
  await mkdir(assets, { recursive: true });
  const fresh = new Set(await readdir(join(aside, 'assets')));
  for (const name of fresh) await rename(join(aside, 'assets', name), join(assets, name));
  await rename(join(aside, 'manifest.json'), join(OUT, 'manifest.json'));
  await rm(aside, { recursive: true, force: true });
  const yesterday = Date.now() - DAY_MS;
  for (const name of await readdir(assets)) {
    const file = join(assets, name);
    if (!fresh.has(name) && (await stat(file)).mtimeMs < yesterday) await rm(file, { force: true });
  }
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
async function writeManifest(
  folder: string,
  entries: Record<string, ViteEntry>,
  inputs: string,
): Promise<void> {
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
    scripts: [address(entryOf(SCRIPTS.main).file)],
    checkoutScript: address(entryOf(SCRIPTS.checkout).file),
    payScript: address(entryOf(SCRIPTS.pay).file),
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2));
}

if (import.meta.main) {
  const began = performance.now();
  const outcome = await buildIfNeeded();
  console.log(`Storefront assets ${outcome} in ${Math.round(performance.now() - began)} ms.`);
}
