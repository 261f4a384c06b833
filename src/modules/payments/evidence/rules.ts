import { type Refusal, refuse } from '../../../kernel/index.ts';

/** What a file shows, in words that every provider's categories are mapped to. */
export const EVIDENCE_KINDS = [
  ...(['receipt', 'shipping_documentation', 'customer_communication', 'customer_signature'] as const),
  ...(['refund_policy', 'service_documentation', 'other'] as const),
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const EVIDENCE_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type EvidenceType = (typeof EVIDENCE_TYPES)[number];

export type EvidenceFile = {
  readonly kind: EvidenceKind;
  readonly name: string;
  readonly type: EvidenceType;
  readonly bytes: Uint8Array;
};

/** A file by what is looked at before it is sent. */
export type WeighedFile = Pick<EvidenceFile, 'kind' | 'name' | 'type'> & { readonly size: number };

/** What a provider takes: types, and how much of it, in bytes. */
export type EvidenceRules = {
  readonly types: readonly EvidenceType[];
  readonly bytesPerFile: number;
  readonly bytesInAll: number;
  readonly count: number;
  /** There is one place for each kind; one more file than that goes to the place of `other`. */
  readonly isOnePerKind: boolean;
};

export type EvidenceRefusal = Refusal<
  'no_files_taken' | 'file_type_not_taken' | 'file_too_large' | 'files_too_large' | 'too_many_files'
>;

/**
 * The first of these files that the provider would not take, by its name; `undefined` when it takes them all.
 *
 * @example
 * refusedFile(stripe, [{ kind: 'receipt', name: 'scan.pdf', type: 'application/pdf', size: 6_000_000 }]);
 * // file_too_large: "scan.pdf" has 6,000,000 bytes; a file may have 4,500,000 (field `files.0`)
 */
export function refusedFile(rules: EvidenceRules | undefined, files: readonly WeighedFile[]) {
  let total = 0;
  const places = placesOf(rules, files);
  for (const [index, file] of files.entries()) {
    const field = `files.${index}`;
    const name = `"${file.name}"`;
    if (rules === undefined) return refuse('no_files_taken', `${name}: no files can be sent here`, field);
    if (!rules.types.includes(file.type)) {
      return refuse('file_type_not_taken', `${name} is ${file.type}, which is not taken`, field);
    }
    if (file.size > rules.bytesPerFile) {
      const most = `a file may have ${counted(rules.bytesPerFile)}`;
      return refuse('file_too_large', `${name} has ${counted(file.size)} bytes; ${most}`, field);
    }
    total += file.size;
    if (total > rules.bytesInAll) {
      const most = `all files together may have ${counted(rules.bytesInAll)} bytes`;
      return refuse('files_too_large', `${name} is one too much: ${most}`, field);
    }
    if (index >= rules.count || places[index] === undefined) {
      return refuse('too_many_files', `${name} is one file too many, or too many of its kind`, field);
    }
  }
  return undefined;
}

/**
 * Under which kind each file is sent. Where there is one place a kind, the second of a kind takes the place of `other`,
 * and what finds that taken too has none.
 */
export function placesOf(
  rules: EvidenceRules | undefined,
  files: readonly Pick<WeighedFile, 'kind'>[],
): readonly (EvidenceKind | undefined)[] {
  if (!rules?.isOnePerKind) return files.map(({ kind }) => kind);
  const taken = new Set<EvidenceKind>();
  return files.map(({ kind }) => {
    const place = taken.has(kind) ? 'other' : kind;
    if (taken.has(place)) return undefined;
    taken.add(place);
    return place;
  });
}

export function weighed({ kind, name, type, bytes }: EvidenceFile): WeighedFile {
  return { kind, name, type, size: bytes.length };
}

function counted(bytes: number): string {
  return bytes.toLocaleString('en-US');
}
