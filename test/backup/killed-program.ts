// The other process of point-in-time.test.ts: begins a backup, says when it is in the middle of it, and stays there.
import { backUpShop, openBackups } from '../../src/modules/backups/index.ts';
import { readConfig } from '../../src/platform/config/index.ts';
import { connect, startEmbedded } from '../../src/platform/database/index.ts';
import { folderStore } from '../../src/platform/files/index.ts';
import { openSecrets } from '../../src/platform/secrets/index.ts';

const [data = '', folder = ''] = process.argv.slice(2);
const server = await startEmbedded({ folder: data });
const backups = await openBackups({
  connection: connect(server.address, 2),
  files: folderStore(`${data}/files`),
  secrets: await openSecrets({ keys: undefined, folder: data }),
  config: readConfig({ BACKUP_FOLDER: folder }),
});
await backUpShop(backups, {
  signal: new AbortController().signal,
  onProgress: (done) => {
    if (done < 100) return Promise.resolve();
    process.stdout.write('in the middle\n');
    return new Promise(() => undefined);
  },
});
