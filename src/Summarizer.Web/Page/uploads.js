import * as api from './api.js';
import { el, label } from './elements.js';
import { STATUSES } from './words.js';

/** Uploads under way at once. */
const AT_ONCE = 4;
/** Files shown one by one; more are counted. */
const SHOWN = 100;

const panel = document.getElementById('transfers');
const rows = new Map();

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
export function follow(item) {
  const row = rows.get(item.name);
  if (!row || item.status === 'pending') return;
  row.progress.remove();
  row.state.textContent = item.status === 'failed' ? 'failed; open it to see why' : STATUSES[item.status];
}

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
  const list = el('ul', {});
  const close = el('button', { type: 'button', onclick: () => { panel.hidden = true; rows.clear(); } }, 'Close');
  panel.replaceChildren(el('div', { class: 'panel-head' },
    el('h2', {}, files.length === 1 ? 'Uploading 1 file' : `Uploading ${files.length} files`), close), list);
  panel.hidden = false;
  for (const { name } of files.slice(0, SHOWN)) list.append(rowOf(name));
  if (files.length > SHOWN) list.append(el('li', {}, `… and ${files.length - SHOWN} more`));

  const waiting = [...files];
  let lost = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (!await sendOne(next)) lost += 1;
    }
  }));
  tell(lost === 0 ? `${files.length} uploaded.` : `${files.length - lost} uploaded, ${lost} not; the list says why.`);
}

function rowOf(name) {
  const progress = el('progress', { max: '1', value: '0', 'aria-label': `Upload of ${name.slice(0, 100)}` });
  const state = el('span', { class: 'quiet' }, 'in line');
  const row = el('li', {},
    label(name, 'a', { href: `#/article/${encodeURIComponent(name)}` }), ' ', progress, ' ', state);
  rows.set(name, { progress, state });
  return row;
}

async function sendOne({ name, file }) {
  const row = rows.get(name);
  try {
    if (row) row.state.textContent = 'uploading';
    await api.upload(name, file, (share) => { if (row) row.progress.value = share; });
    if (row && row.state.textContent === 'uploading') row.state.textContent = 'stored, being summarised';
    return true;
  } catch (error) {
    row?.progress.remove();
    if (row) {
      row.state.textContent = error.message;
      row.state.classList.add('error');
    }
    return false;
  }
}
