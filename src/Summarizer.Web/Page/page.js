import * as api from './api.js';
import { el } from './elements.js';
import { live } from './live.js';
import { showArticle } from './article.js';
import { showLibrary } from './library.js';
import * as places from './places.js';
import { showStances } from './stances.js';
import { follow, listenForFiles, lookAgain } from './uploads.js';

const RETRY_MS = 3000;
const VIEWS = { library: showLibrary, article: showArticle, stances: showStances };
const main = document.getElementById('main');
const news = document.getElementById('news');
const keyForm = document.getElementById('key-form');
let leaving = new AbortController();
let current = null;

/** What the address asks for: a view, what it is about, and its filters. */
function route() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?', 2);
  const [first, ...rest] = path.split('/');
  const about = rest.length > 0 ? decoded(rest.join('/')) : null;
  const view = Object.hasOwn(VIEWS, first) ? first : 'library';
  return { view, about, query: Object.fromEntries(new URLSearchParams(query)) };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Shows what the address asks for, where the reader left it. */
async function show() {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  const { view, about, query } = route();
  for (const link of document.querySelectorAll('nav a')) {
    if (link.dataset.view === view) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const place = places.enter();
  current = null;
  try {
    const shown = await VIEWS[view]({ main, about, query, signal, tell, place });
    if (signal.aborted) return;
    current = shown;
    keyForm.hidden = true;
    scrollTo(0, place?.top ?? 0);
    if (place) current.restore?.(place);
  } catch (error) {
    if (error.name !== 'AbortError') tellError(error, signal);
  }
}

/** The view's own words for where the reader is, and how far the page is scrolled. */
function keepPlace() {
  if (current) places.keep({ top: scrollY, ...current.place?.() });
}

const tell = (text) => { news.textContent = text; };

/** Errors in words, where the view would be; what may pass is tried again. */
function tellError(error, signal) {
  const asksForKey = error.status === 401;
  keyForm.hidden = !asksForKey;
  if (asksForKey) {
    tell('This server asks for its key.');
    main.replaceChildren();
    document.getElementById('key').focus();
    return;
  }
  main.replaceChildren(el('p', { class: 'empty', role: 'alert' }, error.message),
    el('p', {}, el('a', { href: '#/' }, 'To the library')));
  if (error.status === 0 || error.status === 503 || error.status === 429) {
    setTimeout(() => { if (!signal.aborted) show(); }, RETRY_MS);
  }
}

keyForm.addEventListener('submit', (event) => {
  event.preventDefault();
  api.useKey(document.getElementById('key').value);
  tell('');
  show();
});
document.getElementById('skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
addEventListener('hashchange', async () => {
  tell('');
  keepPlace();
  await show();
  if (document.activeElement === document.body) main.focus({ preventScroll: true });
});
addEventListener('pagehide', () => {
  keepPlace();
  places.store();
});
listenForFiles(tell);
live({
  article: (item) => { follow(item); current?.changed?.(item); },
  removed: (item) => current?.removed?.(item),
  reload: () => { lookAgain(); current?.reload?.(); },
});
show();
