import { BrokenFile, type Header } from '../../exchange/index.ts';
import { mappedFormat } from './mapped.ts';
import { type Mapping, mappingProblem, mappingText, suggestMapping } from './mapping.ts';
import type { OrderFormat } from './order-format.ts';
import { shopify } from './shopify.ts';
import { woocommerce } from './woocommerce.ts';

/**
 * The format of a file: by the mapping if there is one, else by its columns.
 *
 * @throws BrokenFile when neither says it, with a mapping to begin with
 */
export function chooseFormat(header: Header, mapping: Mapping | undefined): OrderFormat {
  if (mapping !== undefined) {
    const problem = mappingProblem(mapping, header);
    if (problem !== undefined) throw new BrokenFile('bad_mapping', problem);
    return mappedFormat(mapping);
  }
  const format = [shopify, woocommerce].find(({ recognise }) => recognise(header));
  if (format !== undefined) return format;
  const names = header.names.slice(0, 20).join(', ');
  const start = mappingText(suggestMapping(header)) || 'date=…,order=…,quantity=…,price=…';
  const message = `The columns (${names}) are those of no known format. Give a mapping, such as ${start}`;
  throw new BrokenFile('unknown_format', message, 1);
}
