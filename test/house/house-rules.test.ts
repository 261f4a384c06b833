import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { DEPENDENCIES } from '../../src/modules/dependencies.ts';
import { breaches } from './rules.ts';
import { ROOT, readSources, sourceOf } from './sources.ts';

const house = { modules: DEPENDENCIES, tables: await tablesOfSchema() };

describe('the house rules', () => {
  test('hold in every file', async () => {
    const found = breaches(await readSources(), house);
    assert.deepEqual(
      found.map(({ path, rule, message }) => `${path}: ${rule}: ${message}`),
      [],
    );
  });

  test('were asked of every source file that git knows', async () => {
    const seen = new Set((await readSources()).map((source) => source.path));
    const listed = execFileSync('git', ['ls-files', 'src', 'test', 'scripts'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    const sources = listed
      .split('\n')
      .filter((path) => /\.(ts|tsx|mjs|js)$/.test(path) && existsSync(join(ROOT, path)));
    assert.ok(sources.length > 30);
    assert.deepEqual(
      sources.filter((path) => !seen.has(path)),
      [],
    );
  });

  test('every module is in the graph, has a front door, and a README of at most 40 lines', async () => {
    const folders = await readdir(join(ROOT, 'src/modules'), { withFileTypes: true });
    const names = folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    assert.deepEqual(names.toSorted(), Object.keys(DEPENDENCIES).toSorted());
    for (const name of names) {
      assert.ok(existsSync(join(ROOT, 'src/modules', name, 'index.ts')), `${name} has no front door`);
      const readme = await readFile(join(ROOT, 'src/modules', name, 'README.md'), 'utf8');
      assert.ok(readme.split('\n').length <= 41, `the README of ${name} is longer than 40 lines`);
    }
  });
});

describe('the house rules can fail', () => {
  const long = '// one line\n'.repeat(301);
  const planted: readonly [rule: string, path: string, text: string][] = [
    ['length', 'src/kernel/long.ts', long],
    ['name', 'src/kernel/string-utils.ts', ''],
    ['name', 'src/modules/catalog/helpers/price.ts', ''],
    ['front door', 'src/modules/catalog/index.ts', "export * from './product.ts';"],
    ['front door', 'src/modules/catalog/index.ts', '// line\n'.repeat(41)],
    ['purity', 'src/kernel/clock.ts', "import { hrtime } from 'node:process';"],
    ['layers', 'src/kernel/product.ts', "import { product } from '../modules/catalog/index.ts';"],
    ['layers', 'src/platform/database/seed.ts', "import { product } from '../../modules/catalog/index.ts';"],
    ['layers', 'src/modules/catalog/rule.ts', "import { search } from '../search/index.ts';"],
    ['layers', 'src/modules/search/index.ts', "import { readRow } from '../catalog/store.ts';"],
    ['layers', 'src/modules/search/later.ts', "export const later = () => import('../catalog/store.ts');"],
    ['layers', 'src/modules/search/again.ts', "export { readRow } from '../catalog/store.ts';"],
    ['layers', 'src/modules/catalog/page.ts', "import { view } from '../../apps/storefront/view/index.ts';"],
    ['layers', 'src/modules/catalog/start.ts', "import { run } from '../../main.ts';"],
    ['layers', 'src/modules/catalog/data.ts', "import { testDatabase } from '../../../test/database.ts';"],
    ['layers', 'src/apps/api/page.ts', "import { view } from '../storefront/view/index.ts';"],
    ['layers', 'src/modules/search/x.test.ts', "import { readRow } from '../catalog/store.ts';"],
    ['tables', 'src/modules/search/store.ts', 'export const q = `select id from catalog.product`;'],
    ['screens', 'src/modules/orders/cockpit/page.tsx', "import { readOrder } from '../index.ts';"],
    [
      'screens',
      'src/modules/carts/cockpit/page.tsx',
      "import { desk } from '../../orders/cockpit/index.ts';",
    ],
    ['screens', 'src/platform/cockpit/api/x.ts', "import { makeClient } from '../../api/index.ts';"],
    ['layers', 'src/modules/orders/page.ts', "import { desk } from './cockpit/index.ts';"],
    ['loose end', 'src/kernel/later.ts', `// ${'TO'}DO: later`],
  ];
  for (const [rule, path, text] of planted) {
    test(`${rule}: ${path}`, () => {
      const found = breaches([sourceOf(path, text)], house);
      assert.deepEqual([...new Set(found.map((one) => one.rule))], [rule]);
    });
  }

  test('circle: two files that import each other', () => {
    const files = [
      sourceOf('src/kernel/a.ts', "import { b } from './b.ts';"),
      sourceOf('src/kernel/b.ts', "import { a } from './a.ts';"),
    ];
    assert.deepEqual(
      breaches(files, house).map((one) => one.rule),
      ['circle'],
    );
  });

  test('circle: two modules that may import each other', () => {
    const modules = { catalog: ['pricing'], pricing: ['catalog'] };
    assert.deepEqual(
      breaches([], { modules, tables: [] }).map((one) => one.rule),
      ['circle'],
    );
  });

  test('a file that does not parse is an error, not a file without imports', () => {
    assert.throws(() => sourceOf('src/kernel/broken.ts', 'import {'), SyntaxError);
  });

  test('a screen may know the types of what it cannot run', () => {
    const text =
      "import type { Order } from '../index.ts'; import { Page } from '../../../platform/cockpit/page/index.ts';";
    assert.deepEqual(breaches([sourceOf('src/modules/orders/cockpit/page.tsx', text)], house), []);
  });

  test('an event named after a module is not taken for its table', () => {
    const file = sourceOf('src/modules/search/tasks.ts', "export const topic = 'catalog.products_changed';");
    assert.deepEqual(breaches([file], house), []);
  });
});

async function tablesOfSchema(): Promise<string[]> {
  const schema = await readFile(join(ROOT, 'src/platform/database/schema.ts'), 'utf8');
  const tables = [...schema.matchAll(/^ {2}'([a-z_]+\.[a-z_]+)':/gm)].map((match) => match[1] ?? '');
  assert.ok(tables.includes('catalog.product'));
  return tables;
}
