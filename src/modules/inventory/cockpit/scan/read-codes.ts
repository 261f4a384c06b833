/** Reads the barcode in a picture of the camera; undefined where there is none. */
export type ReadCode = (video: HTMLVideoElement) => Promise<string | undefined>;

const FORMATS = ['ean_13', 'ean_8', 'upc_a', 'upc_e', 'code_128', 'code_39', 'itf', 'qr_code', 'data_matrix'];

type Detector = {
  readonly detect: (source: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]>;
};
type DetectorClass = {
  new (options: { readonly formats: readonly string[] }): Detector;
  readonly getSupportedFormats: () => Promise<readonly string[]>;
};

/** By what the browser has for it; by a library, loaded now, where it has nothing. */
export async function codeReader(): Promise<ReadCode> {
  const Known = (globalThis as { readonly BarcodeDetector?: DetectorClass }).BarcodeDetector;
  const supported = Known === undefined ? [] : await Known.getSupportedFormats();
  const formats = FORMATS.filter((format) => supported.includes(format));
  if (Known === undefined || !formats.includes('ean_13')) return readByLibrary();
  const detector = new Known({ formats });
  return async (video) => (await detector.detect(video))[0]?.rawValue;
}

async function readByLibrary(): Promise<ReadCode> {
  const zxing = await import('@zxing/library');
  const reader = new zxing.MultiFormatReader();
  reader.setHints(new Map([[zxing.DecodeHintType.TRY_HARDER, true]]));
  const canvas = document.createElement('canvas');
  return async (video) => {
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null || canvas.width === 0) return undefined;
    context.drawImage(video, 0, 0);
    const source = new zxing.HTMLCanvasElementLuminanceSource(canvas);
    try {
      return reader.decodeWithState(new zxing.BinaryBitmap(new zxing.HybridBinarizer(source))).getText();
    } catch (error) {
      // How the library says that it sees no code, or one that it cannot make out.
      if (error instanceof zxing.ReaderException || error instanceof zxing.NotFoundException)
        return undefined;
      throw error;
    }
  };
}
