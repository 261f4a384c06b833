import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { EVIDENCE_KINDS, type EvidenceRules, placesOf, refusedFile, type WeighedFile } from './rules.ts';
import { namedBy, sniffType } from './sniff-type.ts';

const RULES: EvidenceRules = {
  ...{ types: ['application/pdf', 'image/png'], bytesPerFile: 100, bytesInAll: 250, count: 4 },
  isOnePerKind: true,
};
const file = (kind: WeighedFile['kind'], size = 10, change: Partial<WeighedFile> = {}): WeighedFile => ({
  ...{ kind, name: `${kind}.pdf`, type: 'application/pdf', size },
  ...change,
});

describe('files that a provider would not take', () => {
  const receipt = file('receipt');
  const table: readonly (readonly [
    what: string,
    files: readonly WeighedFile[],
    code: string,
    field?: string,
  ])[] = [
    ['none at all', [], 'ok'],
    ['one of each kind', [receipt, file('other'), file('refund_policy')], 'ok'],
    ['a second of a kind, which takes the place that is left', [receipt, receipt], 'ok'],
    ['a third of a kind', [receipt, receipt, receipt], 'too_many_files', 'files.2'],
    [
      'a second of a kind where the last place is taken',
      [receipt, file('other'), receipt],
      'too_many_files',
      'files.2',
    ],
    ['as large as may be', [file('receipt', 100)], 'ok'],
    ['a byte too large', [receipt, file('other', 101)], 'file_too_large', 'files.1'],
    ['as much as may be', [file('receipt', 100), file('other', 100), file('refund_policy', 50)], 'ok'],
    [
      ...['a byte too much in all', [file('receipt', 100), file('other', 100), file('refund_policy', 51)]],
      ...['files_too_large', 'files.2'],
    ] as const,
    ['another type', [file('receipt', 1, { type: 'image/jpeg' })], 'file_type_not_taken', 'files.0'],
  ] as const;
  for (const [what, files, code, field] of table) {
    test(`${what}: ${code}`, () => {
      const refused = refusedFile(RULES, files);
      assert.equal(refused?.refusal.code ?? 'ok', code);
      assert.equal(refused?.refusal.field, field);
      const name = files[Number(field?.split('.')[1])]?.name ?? '';
      assert.ok((refused?.refusal.message ?? '').includes(name));
    });
  }

  test('where none are taken, any is refused and none is not', () => {
    assert.equal(refusedFile(undefined, []), undefined);
    assert.equal(refusedFile(undefined, [receipt])?.refusal.code, 'no_files_taken');
  });

  test('no two files share a place, and a file keeps its kind while it is the first of it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVIDENCE_KINDS), { maxLength: 9 }), (kinds) => {
        const places = placesOf(
          RULES,
          kinds.map((kind) => ({ kind })),
        );
        const taken = places.filter((place) => place !== undefined);
        assert.equal(new Set(taken).size, taken.length);
        for (const [index, kind] of kinds.entries()) {
          const isFirst = kinds.indexOf(kind) === index && kind !== 'other';
          if (isFirst) assert.equal(places[index], kind);
        }
      }),
    );
  });
});

test('a file is what its content says, and its name ends as that does', () => {
  const table: readonly (readonly [bytes: string, type: string | undefined])[] = [
    ['%PDF-1.7', 'application/pdf'],
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['\x89PNG\r\n\x1a\nrest', 'image/png'],
    ['GIF89a', undefined],
    ['<svg/>', undefined],
    ['', undefined],
  ];
  for (const [bytes, type] of table) assert.equal(sniffType(Buffer.from(bytes, 'latin1')), type);
  assert.equal(namedBy('application/pdf', 'scan'), 'scan.pdf');
  assert.equal(namedBy('application/pdf', 'scan.PDF'), 'scan.PDF');
  assert.equal(namedBy('image/jpeg', 'door.jpg'), 'door.jpg');
  assert.equal(namedBy('image/png', 'door.jpg'), 'door.jpg.png');
});
