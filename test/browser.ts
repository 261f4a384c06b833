import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromiumPackage, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** A Chromium that runs as any user, root included, and asks the outside world for nothing. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--no-first-run',
  '--font-render-hinting=none',
];

export type Chromium = { readonly executable: string; readonly env: Readonly<Record<string, string>> };

/** Starts a headless browser: CHROMIUM_PATH, else the system's, else the one inside the npm package. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const { executable, env } = await findChromium();
  return chromium.launch({ executablePath: executable, args: [...CHROMIUM_FLAGS, ...more], env: { ...env } });
}

/**
 * Where a Chromium is and the environment it needs; unpacks the npm package's once per machine (about 3 s).
 */
export async function findChromium(): Promise<Chromium> {
  const env = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const installed = [process.env['CHROMIUM_PATH'], ...SYSTEM].find((path) => path && existsSync(path));
  if (installed) return { executable: installed, env };
  const folder = await unpack();
  return {
    executable: join(folder, 'chromium'),
    env: {
      ...env,
      LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The package unpacks into the temporary folder under fixed names and takes a half-written file for a whole
 * one, so
 * two test files that start together would break each other: unpack aside, then rename the folder into place.
 */
async function unpack(): Promise<string> {
  const packageFolder = join(import.meta.dirname, '../node_modules/@sparticuz/chromium');
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  const machine = process.env['INSTITOR_CHROMIUM_FOLDER'] ?? tmpdir();
  const folder = join(machine, `institor-chromium-${version}-${process.getuid?.() ?? 'user'}`);
  if (existsSync(join(folder, 'fonts.conf'))) return folder;
  const aside = await mkdtemp(join(machine, 'institor-chromium-'));
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = aside;
  try {
    await chromiumPackage.executablePath();
    await inflate(join(packageFolder, 'bin/al2023.tar.br'));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  await mkdir(join(aside, 'cache'));
  await writeFile(join(aside, 'fonts.conf'), fontSettings(folder));
  await rename(aside, folder).catch(async (error: unknown) => {
    // Another test file was faster; its copy is the same.
    if (!existsSync(join(folder, 'fonts.conf'))) throw error;
    await rm(aside, { recursive: true, force: true });
  });
  return folder;
}

function fontSettings(folder: string): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>`;
}
