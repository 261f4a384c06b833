import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'rolldown/utils';

export type Source = {
  /** From the repository's root, with slashes: `src/kernel/money.ts`. */
  readonly path: string;
  readonly text: string;
  /** Paths of this repository's files that it imports, exports from or imports on demand. */
  readonly imports: readonly string[];
  /** Those of them that it needs to run: not for their types alone. */
  readonly valueImports: readonly string[];
  /** Names of packages and of Node's own modules that it imports. */
  readonly packages: readonly string[];
};

export const ROOT = join(import.meta.dirname, '../..');

/** Every TypeScript and JavaScript file under src, test and scripts, parsed. */
export async function readSources(): Promise<Source[]> {
  const paths = await Promise.all(['src', 'test', 'scripts'].map(walk));
  return Promise.all(
    paths
      .flat()
      .filter((path) => /\.(ts|tsx|mjs|js)$/.test(path))
      .toSorted()
      .map(async (path) => sourceOf(path, await readFile(join(ROOT, path), 'utf8'))),
  );
}

/** The parts of a file that the house rules look at. Throws when it does not parse: a rule must not miss it. */
export function sourceOf(path: string, text: string): Source {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0]?.message}`);
  const typesOnly = new Set(
    module.staticImports
      .filter(({ entries }) => entries.length > 0 && entries.every(({ isType }) => isType))
      .map(({ moduleRequest }) => moduleRequest.value),
  );
  const requests = [
    ...module.staticImports.map((entry) => entry.moduleRequest.value),
    ...module.staticExports.flatMap((entry) => entry.entries.map((part) => part.moduleRequest?.value ?? '')),
    ...module.dynamicImports.map((entry) =>
      text.slice(entry.moduleRequest.start + 1, entry.moduleRequest.end - 1),
    ),
  ];
  const unique = [...new Set(requests)].filter((request) => request !== '');
  const own = unique.filter((request) => request.startsWith('.'));
  const pathsOf = (wanted: readonly string[]) => wanted.map((request) => join(dirname(path), request));
  return {
    path,
    text,
    imports: pathsOf(own),
    valueImports: pathsOf(own.filter((request) => !typesOnly.has(request))),
    packages: unique.filter((request) => !request.startsWith('.')),
  };
}

async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}
