import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { removeDataFolder, scratchFolder } from '../scratch-database.ts';
import { endAll, endShop, startShop } from './started-shop.ts';

const ROOT = join(import.meta.dirname, '../..');
const execute = promisify(execFile);
const folder = await scratchFolder('analytics');
const data = join(folder, 'data');
after(async () => {
  await endAll();
  await removeDataFolder(data);
  await rm(folder, { recursive: true, force: true });
});

const isLinux = process.platform === 'linux';

test('the process of the warehouse can be killed: pages go on, and it is started again', {
  skip: !isLinux,
}, async () => {
  const shop = await startShop(folder, { DEMO: 'false' });
  const api = `${shop.address}/api/admin/v1/reports/sales_over_time?from=2026-01-01&to=2026-01-31`;
  const headers = { authorization: `Bearer ${await aKey()}` };
  const status = async () => (await fetch(api, { headers })).status;
  const until = async (expected: number) => {
    const deadline = performance.now() + 60_000;
    while ((await status()) !== expected) assert.ok(performance.now() < deadline, `never ${expected}`);
  };
  await until(200);
  const before = await ownerOf(shop.child.pid);
  process.kill(before, 'SIGKILL');
  await until(503);
  assert.equal((await fetch(shop.address)).status, 200);
  assert.equal((await fetch(`${shop.address}/readyz`)).status, 200);
  await until(200);
  assert.notEqual(await ownerOf(shop.child.pid), before);
  assert.equal(await endShop(shop, 'SIGTERM'), 0);
});

test('it ends when the shop is killed', { skip: !isLinux }, async () => {
  const shop = await startShop(folder, { DEMO: 'false' });
  const owner = await ownerOf(shop.child.pid);
  await endShop(shop, 'SIGKILL');
  const deadline = performance.now() + 60_000;
  while (isAlive(owner)) {
    assert.ok(performance.now() < deadline, 'it outlived its shop');
    await new Promise((resolve) => setImmediate(resolve));
  }
});

async function aKey(): Promise<string> {
  const flags = [
    '--disable-warning=ExperimentalWarning',
    '--import',
    './scripts/tsx-hook.mjs',
    'src/main.ts',
  ];
  const words = ['api-key', 'create', '--name', 'test', '--scopes', 'reports:read'];
  const env = { ...process.env, INSTITOR_DATA: data };
  const { stdout } = await execute(process.execPath, [...flags, ...words], { cwd: ROOT, env });
  return /ik_\S+/.exec(stdout)?.[0] ?? assert.fail(stdout);
}

/** The process that this shop has started for the warehouse. */
async function ownerOf(shop: number | undefined): Promise<number> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const children = await readFile(`/proc/${shop}/task/${shop}/children`, 'utf8');
    for (const pid of children.trim().split(' ')) {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      if (command.includes('main.ts')) return Number(pid);
    }
    assert.ok(performance.now() < deadline, 'nobody has the warehouse');
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}
