import type { Format, FormatName } from '../format.ts';
import type { Header } from '../header.ts';
import { bigcommerce } from './bigcommerce.ts';
import { google } from './google.ts';
import { institor } from './institor.ts';
import { magento } from './magento.ts';
import { shopify } from './shopify.ts';
import { woocommerce } from './woocommerce.ts';

/** Every format, in the order in which ties are decided. */
export const FORMATS: readonly Format[] = [institor, shopify, woocommerce, magento, bigcommerce, google];

const SURE_ENOUGH = 0.6;

/** The format that recognises most of its columns, or undefined when none is sure enough. */
export function detectFormat(header: Header): Format | undefined {
  let best: Format | undefined;
  let bestScore = 0;
  for (const format of FORMATS) {
    const score = format.recognise(header);
    if (score > bestScore) [best, bestScore] = [format, score];
  }
  return bestScore >= SURE_ENOUGH ? best : undefined;
}

export function formatNamed(name: string): Format | undefined {
  return FORMATS.find((format) => format.name === name);
}

export function isFormatName(name: string): name is FormatName {
  return formatNamed(name) !== undefined;
}
