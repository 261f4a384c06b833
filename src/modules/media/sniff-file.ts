/** A plain file's type by its first bytes. */
export type FileType = {
  readonly mime: string;
  readonly ending: string;
};

const SIGNATURES: readonly (FileType & { readonly at: number; readonly bytes: string })[] = [
  { at: 0, bytes: '%PDF-', mime: 'application/pdf', ending: 'pdf' },
  { at: 30, bytes: 'mimetypeapplication/epub+zip', mime: 'application/epub+zip', ending: 'epub' },
  { at: 0, bytes: 'PK\x03\x04', mime: 'application/zip', ending: 'zip' },
  { at: 0, bytes: 'ID3', mime: 'audio/mpeg', ending: 'mp3' },
  { at: 0, bytes: '\xff\xfb', mime: 'audio/mpeg', ending: 'mp3' },
  { at: 0, bytes: 'fLaC', mime: 'audio/flac', ending: 'flac' },
  { at: 0, bytes: 'OggS', mime: 'audio/ogg', ending: 'ogg' },
  { at: 8, bytes: 'WAVEfmt ', mime: 'audio/wav', ending: 'wav' },
  { at: 4, bytes: 'ftypM4A', mime: 'audio/mp4', ending: 'm4a' },
  { at: 4, bytes: 'ftypisom', mime: 'video/mp4', ending: 'mp4' },
  { at: 4, bytes: 'ftypmp4', mime: 'video/mp4', ending: 'mp4' },
];
const UNKNOWN: FileType = { mime: 'application/octet-stream', ending: 'bin' };

/** What is none of the known types is `application/octet-stream`: browsers save it and run nothing. */
export function sniffFile(data: Buffer): FileType {
  const found = SIGNATURES.find(({ at, bytes }) => data.toString('latin1', at, at + bytes.length) === bytes);
  return found === undefined ? UNKNOWN : { mime: found.mime, ending: found.ending };
}

/** Whether the content is of a type that people sell or hand out as a download. */
export function isDocument(data: Buffer): boolean {
  return sniffFile(data) !== UNKNOWN;
}
