import type { Told } from '../../../../../platform/cockpit/api/index.ts';

export type DisputeToAnswer = Told<'readDispute'>;
export type Takes = NonNullable<DisputeToAnswer['takes']['files']>;
export type OfferedDocument = DisputeToAnswer['documents'][number];
export type EvidenceKind = OfferedDocument['kind'];
export type OwnFile = Told<'uploadEvidence'> & { readonly kind: EvidenceKind };

type Weighed = { readonly kind: EvidenceKind; readonly bytes: number };

/** What these files come to, and why they would not be taken together. */
export function weigh(takes: Takes, files: readonly Weighed[]) {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const problem =
    files.length > takes.count
      ? 'too_many'
      : takes.isOnePerKind && overflowOf(files) > 1
        ? 'too_many_of_a_kind'
        : bytes > takes.bytesInAll
          ? 'too_large'
          : undefined;
  return { bytes, problem } as const;
}

/** How many files need the one place that belongs to no kind. */
function overflowOf(files: readonly Weighed[]): number {
  const kinds = new Set(files.map(({ kind }) => kind).filter((kind) => kind !== 'other'));
  return files.length - kinds.size;
}
