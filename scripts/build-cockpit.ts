// Makes what the cockpit's browser loads. Screens are chunks of their own, loaded when they are opened.
import { createHash } from 'node:crypto';
import { glob, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { controlStyles } from './control-styles.ts';

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, 'dist/cockpit');
const ENTRY = 'src/apps/cockpit/shell/main.tsx';
const SOURCES = ['src/{platform,modules/*}/cockpit/**/*.tsx', 'src/apps/cockpit/shell/**/*.tsx'];
const INPUTS = [
  'src/{platform,modules/*}/cockpit/**',
  'src/apps/cockpit/shell/**',
  'src/modules/*/language/**',
  'src/{kernel,statistics}/**',
  'src/apps/api/admin/**',
];

/**
 * What screens share is many small pieces, and asking for sixty of them takes longer than all that is in them: what the
 * first screen needs is one, as are icons and what most screens use. The entry stays outside: it waits for words, which
 * import what is in the first piece.
 */
const GROUPS = [
  { name: 'first', tags: ['$initial' as const], test: (id: string) => !id.endsWith(ENTRY), priority: 1 },
  { name: 'icons', test: /lucide-react/, minShareCount: 2 },
  { name: 'kit', minShareCount: 52 },
];

/** Whether the last build was made of exactly these inputs. */
export async function isCockpitBuilt(): Promise<boolean> {
  return (await lastInputs()) === (await hashOfInputs());
}

/** Builds unless the last build was made of exactly these inputs; says which of the two it was. */
export async function buildCockpitIfNeeded(): Promise<'built' | 'unchanged'> {
  const wanted = await hashOfInputs();
  if ((await lastInputs()) === wanted) return 'unchanged';
  const aside = `${OUT}.${process.pid}`;
  const { build } = await import('vite');
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    base: '/cockpit/',
    plugins: [operations(), controlStyles(ROOT, SOURCES)],
    oxc: { jsx: { runtime: 'automatic', importSource: 'react', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: aside,
      emptyOutDir: true,
      manifest: true,
      assetsInlineLimit: 0,
      // What a screen imports is asked for by the screen: the list of all that all screens need would be loaded first.
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: {
        input: [join(ROOT, ENTRY)],
        output: { codeSplitting: { groups: GROUPS } },
        // Libraries mark what runs in browsers; here everything does.
        onLog: (level, log, pass) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : pass(level, log)),
      },
    },
  });
  await writePage(aside, wanted);
  await pack(join(aside, 'assets'));
  await moveInto(aside);
  return 'built';
}

/** `virtual:operations`: method and address of every operation, without the schemas that check them. */
function operations(): Plugin {
  const name = 'virtual:operations';
  return {
    name: 'institor-operations',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: async (id) => {
      if (id !== `\0${name}`) return undefined;
      const { ADMIN_API } = await import('../src/apps/api/admin/api.ts');
      const routes = Object.entries(ADMIN_API.endpoints).map(([operation, endpoint]) => {
        const { method, path } = endpoint;
        const isFile = 'file' in endpoint ? { isFile: true } : {};
        const isKeyed = method === 'POST' ? { isKeyed: true } : {};
        return [operation, { method, path, ...isFile, ...isKeyed }];
      });
      const known = { prefix: ADMIN_API.prefix, operations: Object.fromEntries(routes) };
      return `export const ROUTES = ${JSON.stringify(known)};`;
    },
  };
}

type Chunk = {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
};

/** The one page of the cockpit, with what the first screen needs named in its head. */
async function writePage(folder: string, inputs: string): Promise<void> {
  const chunks: Record<string, Chunk> = JSON.parse(
    await readFile(join(folder, '.vite/manifest.json'), 'utf8'),
  );
  const entry = chunks[ENTRY];
  if (!entry) throw new Error(`the build made nothing of ${ENTRY}`);
  const loaded = withImports(chunks, ENTRY);
  const head = [
    ...loaded.flatMap(({ css = [] }) => css).map((file) => `<link rel="stylesheet" href="/cockpit/${file}">`),
    ...loaded.slice(1).map(({ file }) => `<link rel="modulepreload" href="/cockpit/${file}">`),
    `<script type="module" src="/cockpit/${entry.file}"></script>`,
  ];
  const page = await readFile(join(ROOT, 'src/apps/cockpit/shell/page.html'), 'utf8');
  await writeFile(join(folder, 'index.html'), page.replace('<!-- head -->', head.join('\n    ')));
  await writeFile(join(folder, 'inputs'), inputs);
}

/** A chunk and all that it imports, each once. */
function withImports(
  chunks: Readonly<Record<string, Chunk>>,
  name: string,
  seen = new Set<string>(),
): readonly Chunk[] {
  const chunk = chunks[name];
  if (chunk === undefined || seen.has(name)) return [];
  seen.add(name);
  return [chunk, ...(chunk.imports ?? []).flatMap((other) => withImports(chunks, other, seen))];
}

async function pack(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/\.(?:js|css)$/.test(name)) continue;
    const body = await readFile(join(folder, name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(body, { params }));
    await writeFile(join(folder, `${name}.gz`), gzipSync(body, { level: 9 }));
  }
}

/** Names carry their content's hash; the page comes last. Chunks that an open tab may still ask for stay. */
async function moveInto(aside: string): Promise<void> {
  await mkdir(join(OUT, 'assets'), { recursive: true });
  for (const name of await readdir(join(aside, 'assets'))) {
    await rename(join(aside, 'assets', name), join(OUT, 'assets', name));
  }
  for (const name of ['index.html', 'inputs']) await rename(join(aside, name), join(OUT, name));
  await rename(join(aside, '.vite/manifest.json'), join(OUT, 'manifest.json'));
  await rm(aside, { recursive: true, force: true });
}

async function hashOfInputs(): Promise<string> {
  const entries = await Array.fromAsync(glob(INPUTS, { cwd: ROOT }));
  const files = entries.filter((name) => /\.(?:tsx?|css|html|svg)$/.test(name) && !name.includes('.test.'));
  const hash = createHash('sha256');
  for (const file of [
    ...files,
    'scripts/build-cockpit.ts',
    'scripts/control-styles.ts',
    'package-lock.json',
  ].toSorted()) {
    hash.update(`${file}\0`).update(await readFile(join(ROOT, file)));
  }
  return hash.digest('hex');
}

async function lastInputs(): Promise<string | undefined> {
  try {
    return await readFile(join(OUT, 'inputs'), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

if (import.meta.main) {
  const began = performance.now();
  const outcome = await buildCockpitIfNeeded();
  console.log(`Cockpit ${outcome} in ${Math.round(performance.now() - began)} ms.`);
}
