import { writeFile } from 'node:fs/promises';

const WIDTH = 640;
const HEIGHT = 480;
const BAR = 5;

/**
 * A film for a browser's camera (YUV4MPEG2) in which a barcode is held up for a second and a half and is gone for as long,
 * over and over.
 */
export async function writeBarcodeFilm(file: string, ean13: string): Promise<void> {
  const shown = frameOf(modulesOf(ean13));
  const gone = frameOf('');
  const frames = [...Array.from({ length: 15 }, () => shown), ...Array.from({ length: 15 }, () => gone)];
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  const each = frames.flatMap((frame) => [Buffer.from('FRAME\n'), frame]);
  await writeFile(file, Buffer.concat([head, ...each]));
}

/** Grey values of a frame, then its colours: white with black bars in the middle. */
function frameOf(modules: string): Buffer {
  const row = Buffer.alloc(WIDTH, 235);
  const start = Math.floor((WIDTH - modules.length * BAR) / 2);
  for (const [place, module] of [...modules].entries()) {
    if (module === '1') row.fill(16, start + place * BAR, start + (place + 1) * BAR);
  }
  const blank = Buffer.alloc(WIDTH, 235);
  const rows = Array.from({ length: HEIGHT }, (_, y) => (y > 120 && y < 360 ? row : blank));
  return Buffer.concat([...rows, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
}

// GS1 General Specifications, section 5.2.1: sets A and B by the first digit on the left, C on the right.
const SET_A = [
  '0001101',
  '0011001',
  '0010011',
  '0111101',
  '0100011',
  '0110001',
  '0101111',
  '0111011',
  '0110111',
  '0001011',
];
const PARITY = [
  'AAAAAA',
  'AABABB',
  'AABBAB',
  'AABBBA',
  'ABAABB',
  'ABBAAB',
  'ABBBAA',
  'ABABAB',
  'ABABBA',
  'ABBABA',
];

/** The bars of an EAN-13, 1 for black. */
function modulesOf(ean13: string): string {
  const digits = [...ean13].map(Number);
  const parity = PARITY[digits[0] ?? 0] ?? '';
  const set = (digit: number) => SET_A[digit] ?? '';
  const inverted = (text: string) => [...text].map((module) => (module === '1' ? '0' : '1')).join('');
  const reversed = (text: string) => [...text].reverse().join('');
  const left = digits.slice(1, 7).map((digit, place) => {
    return parity[place] === 'A' ? set(digit) : reversed(inverted(set(digit)));
  });
  const right = digits.slice(7).map((digit) => inverted(set(digit)));
  return `101${left.join('')}01010${right.join('')}101`;
}
