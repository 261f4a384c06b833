import type { EvidenceType } from './rules.ts';

const SIGNATURES: readonly (readonly [type: EvidenceType, bytes: string])[] = [
  ['application/pdf', '%PDF-'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/png', '\x89PNG\r\n\x1a\n'],
];
const ENDINGS: Readonly<Record<EvidenceType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpeg',
  'image/png': 'png',
};

/** The type by the content, whatever the name says; `undefined` for what no provider takes. */
export function sniffType(data: Uint8Array): EvidenceType | undefined {
  const start = Buffer.from(data.subarray(0, 8)).toString('latin1');
  return SIGNATURES.find(([, bytes]) => start.startsWith(bytes))?.[0];
}

export function endingOf(type: EvidenceType): string {
  return ENDINGS[type];
}

/** The name with the ending that its content has: providers look at it. `scan` of a PDF is `scan.pdf`. */
export function namedBy(type: EvidenceType, name: string): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase();
  const isRight = ending === ENDINGS[type] || (ending === 'jpg' && type === 'image/jpeg');
  return isRight ? name : `${name}.${ENDINGS[type]}`;
}
