import { createHash } from 'node:crypto';

/** A part of a multipart body: a field, or a file by what it is. */
export type Part = {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly digest: string;
  /** Of what is no file of an own type: its text. */
  readonly text: string;
};

/** The parts that a fake was sent; what stands between them, which is chance, is not among them. */
export async function partsOf(body: Buffer, contentType: string): Promise<Part[]> {
  const response = new Response(new Uint8Array(body), { headers: { 'content-type': contentType } });
  const parts: Part[] = [];
  for (const [field, value] of await response.formData()) {
    if (typeof value === 'string') {
      parts.push({ field, name: '', type: 'text/plain', size: value.length, digest: '', text: value });
      continue;
    }
    const bytes = Buffer.from(await value.arrayBuffer());
    const digest = createHash('sha256').update(bytes).digest('hex');
    const text = value.type === 'application/json' ? bytes.toString() : '';
    parts.push({ field, name: value.name, type: value.type, size: bytes.length, digest, text });
  }
  return parts;
}
