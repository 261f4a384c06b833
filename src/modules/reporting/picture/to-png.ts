import sharp from 'sharp';

const SCALE = 2;
const PAPER = '#ffffff';

/** A picture for mails: twice as many dots as it is wide, on white, so that it is read on dark mails too. */
export async function toPng(svg: string): Promise<Buffer> {
  const drawn = sharp(Buffer.from(svg), { density: 72 * SCALE });
  return drawn
    .flatten({ background: PAPER })
    .extend({ top: 16, bottom: 16, left: 16, right: 16, background: PAPER })
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer();
}
