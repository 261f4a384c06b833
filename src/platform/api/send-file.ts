import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import type { FileAnswer } from './handler.ts';
import { documentedAs } from './openapi/documented.ts';

/** The `output` of an endpoint whose answer is a file: a client gets a `Blob`. */
export const fileOutput = documentedAs(z.custom<Blob>(), { type: 'string', format: 'binary' });

/** Sends a file to be saved under its name; no browser shows it as a page of this origin. */
export function sendFile(
  reply: FastifyReply,
  { file: type = 'application/octet-stream' }: Endpoint,
  { name, content }: FileAnswer['file'],
): FastifyReply {
  return reply
    .type(type)
    .header('content-disposition', dispositionOf(name))
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send(content instanceof Uint8Array ? content : Readable.from(content));
}

/** RFC 6266, section 5: what every program reads, and the whole name for those that know RFC 8187. */
function dispositionOf(name: string): string {
  const plain = name.replace(/[^\w.-]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
