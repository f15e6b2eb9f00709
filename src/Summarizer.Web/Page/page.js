import * as api from './api.js';
import { articleView } from './article.js';
import { el, own } from './elements.js';

const REFRESH_MS = 2000;
const main = document.getElementById('main');
const news = document.getElementById('news');
const keyForm = document.getElementById('key-form');
let timer = 0;
let shown = '';

/** Shows what the address asks for, and looks again while something is pending. */
async function show() {
  clearTimeout(timer);
  const name = location.hash.startsWith('#/a/') ? decodeURIComponent(location.hash.slice(4)) : null;
  try {
    const pending = name === null ? await showList() : await showArticle(name);
    keyForm.hidden = true;
    if (pending) timer = setTimeout(show, REFRESH_MS);
  } catch (error) {
    keyForm.hidden = error.status !== 401;
    news.textContent = error.message;
    if (error.status === 0 || error.status === 503) timer = setTimeout(show, REFRESH_MS);
  }
}

function render(key, view) {
  // The same again must not take the focus from what somebody reads.
  if (key === shown) return;
  shown = key;
  main.replaceChildren(view);
}

async function showArticle(name) {
  const result = await api.get(name);
  document.title = `${result.article?.title ?? name} – Summarizer`;
  render(JSON.stringify(result), articleView(result));
  return result.status === 'pending';
}

async function showList() {
  document.title = 'Summarizer';
  const page = await api.list();
  const items = el('ul', { class: 'items' }, ...page.items.map(row));
  const more = el('button', { type: 'button', onclick: () => append(items, more).catch(tell) }, 'More articles');
  more.dataset.cursor = page.cursor ?? '';
  const empty = page.items.length === 0 ? el('p', {}, 'No articles yet. Drop files anywhere on this page.') : null;
  render(JSON.stringify(page), el('div', {}, ...[empty, items, page.cursor ? more : null].filter(Boolean)));
  return page.items.some((item) => item.status === 'pending');
}

async function append(items, more) {
  const page = await api.list(more.dataset.cursor);
  items.append(...page.items.map(row));
  more.dataset.cursor = page.cursor ?? '';
  if (!page.cursor) more.remove();
}

function row(item) {
  const facts = [item.publisher, item.publishedOn, item.status === 'succeeded' ? null : item.status].filter(Boolean);
  return el('li', {},
    el('a', { href: `#/a/${encodeURIComponent(item.name)}` }, own(item.title ?? item.name)),
    el('span', { class: 'quiet' }, ...facts.flatMap((fact) => [' · ', own(fact)])),
    item.headline && item.headline !== item.title ? own(item.headline, 'p') : null);
}

const tell = (error) => { news.textContent = error.message; };

async function uploadAll(files) {
  const lost = [];
  for (const [index, file] of files.entries()) {
    news.textContent = `Uploading ${index + 1} of ${files.length}: ${file.name}`;
    await api.upload(file).catch((error) => lost.push(`${file.name}: ${error.message}`));
  }
  news.textContent = lost.length > 0 ? lost.join(' ') : `${files.length} uploaded.`;
  await show();
}

document.getElementById('files').addEventListener('change', (event) => {
  uploadAll([...event.target.files]);
  event.target.value = '';
});
addEventListener('dragover', (event) => {
  event.preventDefault();
  document.body.classList.add('dropping');
});
addEventListener('dragleave', () => document.body.classList.remove('dropping'));
addEventListener('drop', (event) => {
  event.preventDefault();
  document.body.classList.remove('dropping');
  uploadAll([...event.dataTransfer.files]);
});
keyForm.addEventListener('submit', (event) => {
  event.preventDefault();
  api.useKey(document.getElementById('key').value);
  news.textContent = '';
  show();
});
addEventListener('hashchange', show);
show();
