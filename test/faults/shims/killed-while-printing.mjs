// Preloaded into one process: the first that reads the template of the results protocol is killed while it does, as by SIGKILL.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

const read = fs.readFileSync;
const killed = process.env.KILLED_FILE;
fs.readFileSync = (file, ...options) => {
  if (String(file).endsWith('/templates/documents/results.hbs') && !fs.existsSync(killed)) {
    fs.writeFileSync(killed, '');
    process.kill(process.pid, 'SIGKILL');
  }
  return read(file, ...options);
};
syncBuiltinESMExports();
