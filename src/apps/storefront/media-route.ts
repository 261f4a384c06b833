import type { FastifyInstance } from 'fastify';
import { parseId } from '../../kernel/index.ts';
import { type Format, type MediaDeps, type Rendition, rendition } from '../../modules/media/index.ts';

const FILE = /^([1-9]\d{1,3})\.(avif|webp|jpeg)$/;
const REMEMBERED = 20_000;

/**
 * `/media/{assetId}/{width}.{format}`: a picture's rendition, for ever the same under its address. Only what
 * we have encoded ourselves is served, never a stranger's bytes. Every browser and cache between may keep it
 * for a year.
 */
export function addMediaRoute(app: FastifyInstance, deps: MediaDeps): void {
  // A rendition never changes, so what is known of one need not be looked up again.
  const known = new Map<string, Rendition>();
  app.get<{ Params: { assetId: string; file: string } }>('/media/:assetId/:file', async (request, reply) => {
    const { assetId, file } = request.params;
    const found = known.get(`${assetId}/${file}`) ?? (await find(deps, assetId, file));
    const stored = found && (await deps.files.get(found.fileKey));
    if (!found || !stored) return reply.callNotFound();
    if (known.size >= REMEMBERED) known.clear();
    known.set(`${assetId}/${file}`, found);
    const etag = `"${assetId}-${file}"`;
    reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('x-content-type-options', 'nosniff')
      .header('etag', etag)
      .type(found.mime);
    if (request.headers['if-none-match'] === etag) {
      stored.stream.destroy();
      return reply.code(304).send();
    }
    return reply.header('content-length', stored.bytes).send(stored.stream);
  });
}

async function find(deps: MediaDeps, assetText: string, file: string): Promise<Rendition | undefined> {
  const assetId = parseId<'asset'>(assetText);
  const [, width, format] = FILE.exec(file) ?? [];
  if (assetId === undefined || width === undefined || !isFormat(format)) return undefined;
  return rendition(deps, { assetId, width: Number(width), format });
}

function isFormat(text: string | undefined): text is Format {
  return text === 'avif' || text === 'webp' || text === 'jpeg';
}
