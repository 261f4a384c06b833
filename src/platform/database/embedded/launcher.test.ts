import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import pg from 'pg';
import { clientConfig, type Embedded, startEmbedded } from '../index.ts';

const PROGRAM = join(import.meta.dirname, 'launcher-program.ts');
const folders: string[] = [];
after(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  test('a server that outlived a killed parent is adopted with what was committed', async () => {
    const folder = await newFolder();
    const parent = await startProgram(folder);
    parent.child.kill('SIGKILL');
    await once(parent.child, 'exit');
    const server = await startEmbedded({ folder });
    assert.equal(server.isAdopted, true);
    assert.deepEqual(await numbers(server), [1]);
    await server.stop();
    const again = await startEmbedded({ folder });
    assert.equal(again.isAdopted, false, 'the adopted server was stopped by its new owner');
    await again.stop();
  });

  test('the server stays while another process uses it and stops with the last', async () => {
    const folder = await newFolder();
    const first = await startEmbedded({ folder });
    const second = await startProgram(folder);
    await first.stop();
    second.child.stdin.write('insert\n');
    await waitFor(second.lines, 'inserted');
    second.child.stdin.write('stop\n');
    await once(second.child, 'exit');
    const third = await startEmbedded({ folder });
    assert.equal(third.isAdopted, false);
    assert.deepEqual(await numbers(third), [1, 2]);
    await third.stop();
  });

  test('five processes that start together share one server', async () => {
    const folder = await newFolder();
    const servers = await Promise.all(Array.from({ length: 5 }, () => startEmbedded({ folder })));
    assert.equal(new Set(servers.map((server) => JSON.stringify(server.address))).size, 1);
    for (const server of servers) await server.stop();
    await assert.rejects(async () => numbers(servers[0] as Embedded));
  });

  test('a stale postmaster.pid with the number of another program does not stop the start', async () => {
    const folder = await newFolder();
    const server = await startEmbedded({ folder });
    const file = join(folder, 'postgresql/postmaster.pid');
    const lines = await readFile(file, 'utf8');
    await server.stop();
    await writeFile(file, lines.replace(/^\d+/, String(process.pid)));
    await chmod(file, 0o644);
    const again = await startEmbedded({ folder });
    assert.equal(again.isAdopted, false);
    await again.stop();
  });

  test("another version's files are refused untouched, with what to do", async () => {
    const folder = await newFolder();
    await mkdir(join(folder, 'postgresql'));
    await writeFile(join(folder, 'postgresql/PG_VERSION'), '15\n');
    await assert.rejects(startEmbedded({ folder }), /PostgreSQL 15's; this is 18.*INSTITOR_DATA/);
    assert.equal(await readFile(join(folder, 'postgresql/PG_VERSION'), 'utf8'), '15\n');
  });

  test('a data folder that cannot be made is named', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'file'), '');
    await assert.rejects(
      startEmbedded({ folder: join(folder, 'file/data') }),
      /data folder .*file\/data cannot be used/,
    );
  });

  test("a server that cannot start says PostgreSQL's own last words", async () => {
    const folder = await newFolder();
    await assert.rejects(
      startEmbedded({ folder, settings: { shared_buffers: 'much' } }),
      /did not start[\s\S]*shared_buffers/,
    );
  });

  test("root's closed folder (mode 0700) works: files move to where PostgreSQL's user can enter", {
    skip: process.getuid?.() !== 0 && 'needs root',
  }, async () => {
    const folder = await newFolder(0o700);
    const server = await startEmbedded({ folder, settings: { fsync: 'off' } });
    const cluster = (await readFile(join(folder, 'postgresql-is-in'), 'utf8')).trim();
    folders.push(join(cluster, '..'));
    assert.match(cluster, /^\/var\/lib\/institor\//);
    await server.stop();
  });
});

async function newFolder(mode = 0o755): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'institor-launcher-'));
  await chmod(folder, mode);
  folders.push(folder);
  return folder;
}

async function startProgram(folder: string) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', PROGRAM, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  child.stdout.on('data', (data: Buffer) => lines.push(data.toString()));
  await waitFor(lines, 'ready');
  return { child, lines };
}

async function waitFor(lines: readonly string[], word: string): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!lines.join('').includes(word)) {
    assert.ok(performance.now() < deadline, `the program never said "${word}"`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function numbers(server: Embedded): Promise<number[]> {
  const client = new pg.Client(clientConfig(server.address));
  await client.connect();
  try {
    const { rows } = await client.query<{ n: number }>('select n from kept order by n');
    return rows.map((row) => row.n);
  } finally {
    await client.end();
  }
}
