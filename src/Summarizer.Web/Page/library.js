import * as api from './api.js';
import { dotted, el, label } from './elements.js';
import { choices, filterForm, remember } from './filters.js';
import { chip, STATUSES } from './words.js';

const PAGE = 50;

const FIELDS = [
  { name: 'q', text: 'Search words' },
  { name: 'status', text: 'Status', options: { '': 'any', succeeded: 'done', pending: 'waiting', failed: 'failed' } },
  { name: 'publisher', text: 'Publisher', list: 'known-publishers' },
  { name: 'target', text: 'Target', list: 'known-targets' },
  { name: 'stance', text: 'Stance', options: { '': 'any', favor: '▲ for', against: '▼ against', neutral: '● neutral' } },
  { name: 'from', text: 'Published from', type: 'date' },
  { name: 'to', text: 'to', type: 'date' },
];

/** The list of articles, newest first. */
export async function showLibrary({ main, query, signal, tell }) {
  document.title = 'Library – Summarizer';
  const library = new Library(query, signal, tell);
  await library.load();
  main.replaceChildren(library.view);
  library.suggest();
  return library;
}

class Library {
  constructor(query, signal, tell) {
    [this.query, this.signal, this.tell, this.rows, this.turn] = [query, signal, tell, new Map(), 0];
    this.items = el('ul', { class: 'items' });
    this.note = el('p', { class: 'empty' });
    this.more = el('button', { type: 'button', onclick: () => this.append() }, 'More articles');
    this.suggestions = el('div', {});
    this.view = el('div', {},
      el('h2', { class: 'unseen' }, 'Library'),
      filterForm('Filter articles', FIELDS, query, (values) => this.filter(values)),
      this.suggestions, this.note, this.items, this.more);
    // Endless: the button is pressed by coming into sight, and by hand where that fails.
    this.sight = new IntersectionObserver((seen) => { if (seen.some((s) => s.isIntersecting)) this.append(); }, { rootMargin: '600px' });
    this.sight.observe(this.more);
    signal.addEventListener('abort', () => this.sight.disconnect());
  }

  async load() {
    this.turn += 1;
    const { turn } = this;
    const page = await api.list({ ...this.query, limit: PAGE }, this.signal);
    if (turn !== this.turn) return;
    this.rows.clear();
    this.items.replaceChildren(...page.items.map((item) => this.rowOf(item)));
    this.paged(page.cursor);
  }

  async filter(values) {
    this.query = values;
    remember('library', values);
    await this.load().catch((error) => { if (error.name !== 'AbortError') this.tell(error.message); });
    this.tell(this.rows.size === 0 ? 'No article fits.' : `${this.rows.size}${this.cursor ? ' or more' : ''} found.`);
  }

  async append() {
    if (!this.cursor || this.loading) return;
    this.loading = true;
    const { turn } = this;
    try {
      const page = await api.list({ ...this.query, limit: PAGE, cursor: this.cursor }, this.signal);
      if (turn !== this.turn) return;
      this.items.append(...page.items.filter((item) => !this.rows.has(item.name)).map((item) => this.rowOf(item)));
      this.paged(page.cursor);
    } catch (error) {
      if (error.name !== 'AbortError') this.tell(error.message);
    } finally {
      this.loading = false;
    }
  }

  paged(cursor) {
    this.cursor = cursor;
    this.more.hidden = !cursor;
    this.noteEmpty();
    // Still in sight after a short page: the observer only tells of changes.
    this.sight.unobserve(this.more);
    this.sight.observe(this.more);
  }

  noteEmpty() {
    this.note.hidden = this.rows.size > 0;
    this.note.textContent = Object.keys(this.query).length > 0
      ? 'No article fits these filters.'
      : 'No articles yet. Drop files or a folder anywhere on this page.';
  }

  get isFiltered() { return Object.keys(this.query).length > 0; }

  /** Something happened to an article: its row changes in place, and a new one comes on top. */
  changed(item) {
    const old = this.rows.get(item.name);
    if (this.isFiltered && !old) return;
    const held = old?.contains(document.activeElement);
    const row = this.rowOf(item);
    if (old) old.replaceWith(row);
    else this.items.prepend(row);
    if (held) row.querySelector('a').focus();
    this.noteEmpty();
  }

  removed({ name }) {
    this.rows.get(name)?.remove();
    this.rows.delete(name);
    this.noteEmpty();
  }

  /** Looks at the first page anew, without disturbing who has scrolled on. */
  async reload() {
    const page = await api.list({ ...this.query, limit: PAGE }, this.signal).catch(() => null);
    for (const item of (page?.items ?? []).toReversed()) {
      if (this.rows.get(item.name)?.dataset.state !== stateOf(item)) this.changed(item);
    }
  }

  rowOf(item) {
    const { name, status } = item;
    const row = el('li', { class: status, 'data-state': stateOf(item), 'data-name': name },
      el('div', { class: 'row-head' },
        label(item.title ?? name, 'a', { href: `#/article/${encodeURIComponent(name)}`, class: 'row-title' }),
        status === 'succeeded' ? null : el('span', { class: `status ${status}` }, STATUSES[status])),
      el('p', { class: 'quiet' }, dotted([
        item.publisher && label(item.publisher), item.publishedOn && el('time', { datetime: item.publishedOn }, item.publishedOn),
        item.title ? label(name) : null])),
      item.headline && item.headline !== item.title ? label(item.headline, 'p') : null,
      item.failure ? label(item.failure, 'p') : null,
      status === 'pending' ? el('progress', { 'aria-label': 'Being summarised' }) : null,
      item.stances?.length > 0 ? el('p', { class: 'chips' }, item.stances.map(chip)) : null);
    this.rows.set(name, row);
    return row;
  }

  async suggest() {
    const known = await api.matrix({ limit: 100 }, this.signal).catch(() => null);
    if (!known) return;
    this.suggestions.replaceChildren(
      choices('known-targets', known.rows.map((row) => row.target)), choices('known-publishers', known.publishers));
  }
}

const stateOf = (item) => `${item.status} ${item.processedAt ?? ''}`;
