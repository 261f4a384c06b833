import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row } from './csv.ts';

const FLUSH_CHARACTERS = 1 << 18;
const WINDOW_BYTES = 1 << 20;
const CELL_END = '\0';

/**
 * The rows of a file, kept in a temporary file from which any of them can be read again. Memory holds 12
 * bytes a row, so rows of one product may stand anywhere in a file of any size. Always `remove` it.
 */
export class Spool {
  readonly #file: FileHandle;
  readonly #path: string;
  #pending: string[] = [];
  #pendingLength = 0;
  #end = 0;
  #count = 0;
  #offsets = new Float64Array(4096);
  #lines = new Uint32Array(4096);
  #window = Buffer.alloc(0);
  #windowStart = 0;

  private constructor(file: FileHandle, path: string) {
    this.#file = file;
    this.#path = path;
  }

  static async create(folder = tmpdir()): Promise<Spool> {
    const path = join(folder, `institor-import-${randomBytes(8).toString('hex')}.rows`);
    return new Spool(await open(path, 'wx+', 0o600), path);
  }

  get count(): number {
    return this.#count;
  }

  async add(row: Row): Promise<void> {
    if (this.#count + 1 >= this.#offsets.length) this.#grow();
    const text = row.cells.join(CELL_END);
    this.#lines[this.#count] = row.line;
    this.#offsets[this.#count] = this.#end;
    this.#end += Buffer.byteLength(text);
    this.#count += 1;
    this.#offsets[this.#count] = this.#end;
    this.#pending.push(text);
    this.#pendingLength += text.length;
    if (this.#pendingLength >= FLUSH_CHARACTERS) await this.flush();
  }

  /** Call before reading. */
  async flush(): Promise<void> {
    if (this.#pending.length === 0) return;
    await this.#file.appendFile(this.#pending.join(''));
    this.#pending = [];
    this.#pendingLength = 0;
  }

  lineOf(index: number): number {
    return this.#lines[index] ?? 0;
  }

  bytesOf(index: number): number {
    return (this.#offsets[index + 1] ?? 0) - (this.#offsets[index] ?? 0);
  }

  async read(index: number): Promise<Row> {
    const start = this.#offsets[index] ?? 0;
    const bytes = this.bytesOf(index);
    const isInside = start >= this.#windowStart && start + bytes <= this.#windowStart + this.#window.length;
    if (!isInside) await this.#load(start, Math.max(bytes, WINDOW_BYTES));
    const from = start - this.#windowStart;
    const text = this.#window.toString('utf8', from, from + bytes);
    return { line: this.lineOf(index), cells: text.split(CELL_END) };
  }

  async remove(): Promise<void> {
    await this.#file.close();
    await rm(this.#path, { force: true });
  }

  async #load(start: number, bytes: number): Promise<void> {
    const length = Math.min(bytes, this.#end - start);
    const buffer = Buffer.allocUnsafe(length);
    let read = 0;
    while (read < length) {
      const { bytesRead } = await this.#file.read(buffer, read, length - read, start + read);
      if (bytesRead === 0) throw new Error('the temporary file of the import was shortened by somebody');
      read += bytesRead;
    }
    this.#window = buffer;
    this.#windowStart = start;
  }

  #grow(): void {
    const offsets = new Float64Array(this.#offsets.length * 2);
    offsets.set(this.#offsets);
    this.#offsets = offsets;
    const lines = new Uint32Array(this.#lines.length * 2);
    lines.set(this.#lines);
    this.#lines = lines;
  }
}
