import { Readable } from 'node:stream';
import { errorCodes, type FastifyInstance } from 'fastify';

/** A file as the body: read piece by piece, whatever its media type says, and cut off beyond the limit. */
export function acceptFile(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, body, done) => done(null, body));
}

/** The body of a request to an endpoint that takes a file; it ends in an error where it is larger than it may be. */
export function uploadOf(body: unknown, mostBytes: number): Readable {
  return Readable.from(body instanceof Readable ? limited(body, mostBytes) : []);
}

async function* limited(body: Readable, mostBytes: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of body) {
    const piece = Buffer.from(chunk);
    bytes += piece.length;
    if (bytes > mostBytes) throw new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
    yield piece;
  }
}
