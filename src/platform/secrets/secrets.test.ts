import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { openSecrets, UnreadableSecret, withKeys } from './index.ts';
import { parseKeys } from './parse-keys.ts';

const [oldKey, newKey] = [randomBytes(32), randomBytes(32)];
const folders: string[] = [];
const aFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'secrets-'));
  folders.push(folder);
  return folder;
};
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

test('what was sealed is opened, whatever it is, and cannot be read in between', () => {
  const secrets = withKeys([newKey]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (plain) => {
      const sealed = secrets.seal(plain);
      assert.equal(secrets.open(sealed), plain);
      assert.match(sealed, /^v1\.[0-9a-f]{8}\.[\w-]+$/);
    }),
  );
  assert.notEqual(secrets.seal('same'), secrets.seal('same'));
  assert.ok(
    !Buffer.from(secrets.seal('sk_live_very_secret').split('.')[2] ?? '', 'base64url').includes('secret'),
  );
});

test('a sealed text of which any character was changed, or the end cut off, is refused', () => {
  const secrets = withKeys([newKey]);
  const sealed = secrets.seal('sk_live_1');
  for (let index = 0; index < sealed.length; index++) {
    const other = sealed[index] === 'A' ? 'B' : 'A';
    const changed = sealed.slice(0, index) + other + sealed.slice(index + 1);
    // The last character of base64url may hold bits that mean nothing.
    if (
      Buffer.from(changed.split('.')[2] ?? '', 'base64url').equals(
        Buffer.from(sealed.split('.')[2] ?? '', 'base64url'),
      ) &&
      index > 11
    )
      continue;
    assert.throws(() => secrets.open(changed), UnreadableSecret, `character ${index}`);
    assert.throws(() => secrets.open(sealed.slice(0, index)), UnreadableSecret, `cut off at ${index}`);
  }
});

test('another key does not open it, and the message says which key is missing', () => {
  const sealed = withKeys([oldKey]).seal('sk_live_1');
  const id = sealed.split('.')[1] ?? '';
  assert.throws(() => withKeys([newKey]).open(sealed), new RegExp(`the key ${id}.*SECRET_KEY`));
  const disguised = sealed.replace(id, withKeys([newKey]).seal('').split('.')[1] ?? '');
  assert.throws(() => withKeys([newKey]).open(disguised), UnreadableSecret);
});

test('after a new key was put in front, the old secrets open and are known to be outdated', () => {
  const sealed = withKeys([oldKey]).seal('sk_live_1');
  const rotated = withKeys([newKey, oldKey]);
  assert.equal(rotated.open(sealed), 'sk_live_1');
  assert.equal(rotated.isOutdated(sealed), true);
  const again = rotated.seal(rotated.open(sealed));
  assert.equal(rotated.isOutdated(again), false);
  assert.equal(withKeys([newKey]).open(again), 'sk_live_1');
});

test('the first start makes a key that only the owner can read, and the next ones find it', async () => {
  const folder = await aFolder();
  const several = await Promise.all([1, 2, 3, 4].map(() => openSecrets({ keys: undefined, folder })));
  const sealed = several[0]?.seal('sk_live_1') ?? '';
  for (const secrets of several) assert.equal(secrets.open(sealed), 'sk_live_1');
  assert.equal((await stat(join(folder, 'secret.key'))).mode & 0o777, 0o600);
  assert.deepEqual(await readdir(folder), ['secret.key']);
  const key = (await readFile(join(folder, 'secret.key'), 'utf8')).trim();
  const elsewhere = await openSecrets({ keys: key, folder: await aFolder() });
  assert.equal(elsewhere.open(sealed), 'sk_live_1');
});

test('a key file that holds no key stops the start instead of being replaced', async () => {
  const folder = await aFolder();
  await writeFile(join(folder, 'secret.key'), 'oops');
  await assert.rejects(openSecrets({ keys: undefined, folder }), /holds no keys/);
  assert.equal(await readFile(join(folder, 'secret.key'), 'utf8'), 'oops');
});

test('keys are whole: too short, mistyped, or none at all is not a key', () => {
  const good = newKey.toString('base64');
  assert.equal(parseKeys(`${good},\n${oldKey.toString('base64')}`)?.length, 2);
  for (const bad of ['', 'x', good.slice(4), `${good.slice(0, 5)}!${good.slice(5)}`, `${good} x`]) {
    assert.equal(parseKeys(bad), undefined, bad);
  }
});
