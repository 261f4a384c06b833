// The program of `writeApart` in tests. Its words: the socket and the name of the database, the folder of the files.
import { connect } from '../../../platform/database/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { writeForShop } from '../write/write-apart.ts';

const [socketFolder = '', database = '', folder = ''] = process.argv.slice(2);
const connection = connect({ socketFolder, database }, 2);
await writeForShop({ connection, files: folderStore(folder) });
await connection.close();
