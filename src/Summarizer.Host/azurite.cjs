// Runs Azurite so that the Host ends it, at its own time: Ctrl+C in a terminal reaches every process at once,
// and storage must outlive the articles in hand. When the Host is killed, Azurite stays, and with it what was uploaded.
'use strict';

const once = process.once.bind(process);
process.once = (event, listener) => (event === 'SIGINT' ? process : once(event, listener));
process.on('SIGINT', () => {});
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

process.stdin.on('error', () => {});
process.stdin.on('data', (data) => {
  if (!String(data).includes('stop')) return;
  process.stdin.destroy();
  process.emit('SIGTERM');
});

// One blob whose name XML 1.0 cannot carry would make Azurite refuse to list all others. The service itself marks such a
// name and percent-encodes it; here the bare characters go out, and the Host's client does the rest.
require('xmlbuilder/lib/XMLStringifier').prototype.assertLegalChar = (text) => text;

require('azurite/dist/src/azurite.js');
