import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { BUILD_FOLDER } from './asset-manifest.ts';

/**
 * Serves what the build wrote under `/assets/`. A name carries its content's hash, so it may be kept for a
 * year; the
 * build has packed scripts and styles already, so nothing is compressed here.
 */
export async function addAssetRoute(server: FastifyInstance): Promise<void> {
  await server.register(fastifyStatic, {
    root: join(BUILD_FOLDER, 'assets'),
    prefix: '/assets/',
    decorateReply: false,
    index: false,
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
  });
}
