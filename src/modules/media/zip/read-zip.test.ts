import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PICTURE_ZIP_LIMITS, readZipEntries, type ZipLimits } from './read-zip.ts';
import { zipOf } from './zip-writer.ts';

async function read(zip: Buffer, limits: Partial<ZipLimits> = {}): Promise<string[]> {
  const all = await Array.fromAsync(readZipEntries(zip, { ...PICTURE_ZIP_LIMITS, ...limits }));
  return all.map((entry) => (entry.ok ? `${entry.value.path}=${entry.value.data}` : entry.refusal.code));
}
const file = (path: string, data = 'x') => ({ path, data: Buffer.from(data) });

test('the files of an archive come in order, without its folders', async () => {
  const zip = zipOf([file('a.txt', 'one'), file('folder/'), file('folder/b.txt', 'two')]);
  assert.deepEqual(await read(zip), ['a.txt=one', 'folder/b.txt=two']);
});

const BAD: readonly (readonly [name: string, zip: Buffer, limits: Partial<ZipLimits>, code: string])[] = [
  ['a way out', zipOf([file('ok.txt'), file('../../etc/cron.d/evil')]), {}, 'unsafe_path'],
  ['an absolute path', zipOf([file('/etc/passwd')]), {}, 'unsafe_path'],
  ['a drive letter', zipOf([file('C:/windows/evil')]), {}, 'unsafe_path'],
  ['a way out by backslashes', zipOf([file('..\\..\\evil')]), {}, 'unsafe_path'],
  ['a line break in a name', zipOf([file('a\nb')]), {}, 'unsafe_path'],
  ['a link', zipOf([{ ...file('link', '/etc/passwd'), mode: 0o120777 }]), {}, 'link'],
  ['a password', zipOf([{ ...file('secret'), isEncrypted: true }]), {}, 'encrypted'],
  ['a bomb', zipOf([{ path: 'bomb', data: Buffer.alloc(5_000_000) }]), {}, 'suspicious_ratio'],
  [
    'a lie about a size',
    zipOf([{ path: 'bomb', data: Buffer.alloc(5_000_000), claimedBytes: 10 }]),
    {},
    'not_a_zip',
  ],
  ['too large a file', zipOf([file('a', 'x'.repeat(101))]), { maxEntryBytes: 100 }, 'file_too_large'],
  [
    'too much in all',
    zipOf([file('a', 'xxxx'), file('b', 'xxxx')]),
    { maxTotalBytes: 7 },
    'archive_too_large',
  ],
  ['too many files', zipOf([file('a'), file('b'), file('c')]), { maxEntries: 2 }, 'too_many_files'],
  ['nothing of a zip', Buffer.from('PK, but not really'), {}, 'not_a_zip'],
];

for (const [name, zip, limits, code] of BAD) {
  test(`an archive with ${name} is refused and gives nothing: ${code}`, async () => {
    assert.deepEqual(await read(zip, limits), [code]);
  });
}
