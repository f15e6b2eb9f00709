import * as api from './api.js';
import { Transfers } from './transfers.js';

/** Uploads under way at once. */
const AT_ONCE = 4;

const transfers = new Transfers(document.getElementById('transfers'));

/** Takes files from the inputs, and files and folders dropped anywhere. */
export function listenForFiles(tell) {
  for (const id of ['files', 'folder']) {
    document.getElementById(id).addEventListener('change', (event) => {
      send([...event.target.files].map((file) => ({ name: file.webkitRelativePath || file.name, file })), tell);
      event.target.value = '';
    });
  }
  addEventListener('dragover', (event) => {
    event.preventDefault();
    document.body.classList.add('dropping');
  });
  addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) document.body.classList.remove('dropping');
  });
  addEventListener('drop', async (event) => {
    event.preventDefault();
    document.body.classList.remove('dropping');
    // Entries must be taken before the first wait; afterwards the browser has emptied the list.
    const entries = [...event.dataTransfer.items].filter((item) => item.kind === 'file')
      .map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
    const files = (await Promise.all(entries.map(filesOf))).flat();
    send(files, tell);
  });
}

/** An article's news also says how its upload went on. */
export const follow = (item) => transfers.follow(item);

/** News may have been missed. */
export const lookAgain = () => transfers.look();

/** What was dropped: a folder's files with their path, a file with its name. */
async function filesOf(entry) {
  if (entry instanceof File) return [{ name: entry.name, file: entry }];
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => { entry.file(resolve, reject); });
    return [{ name: entry.fullPath.replace(/^\//, ''), file }];
  }
  const reader = entry.createReader();
  const inside = [];
  for (;;) {
    // A folder is handed out in parts, and an empty part ends it.
    const part = await new Promise((resolve, reject) => { reader.readEntries(resolve, reject); });
    if (part.length === 0) break;
    inside.push(...part);
  }
  return (await Promise.all(inside.map(filesOf))).flat();
}

async function send(files, tell) {
  if (files.length === 0) return;
  transfers.add(files.map(({ name }) => name));
  const waiting = [...files];
  let lost = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (!await sendOne(next)) lost += 1;
    }
  }));
  tell(lost === 0 ? `${files.length} uploaded.` : `${files.length - lost} uploaded, ${lost} not; the list says why.`);
}

async function sendOne({ name, file }) {
  try {
    await api.upload(name, file, (share) => transfers.sending(name, share));
    transfers.stored(name);
    return true;
  } catch (error) {
    transfers.failed(name, error.message);
    return false;
  }
}
