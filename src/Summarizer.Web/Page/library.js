import * as api from './api.js';
import { el } from './elements.js';
import { choices, filterForm, remember } from './filters.js';
import { removedRow, rowOf, stateOf } from './rows.js';
import { articles, HOLDERS } from './words.js';

const PAGE = 50;
/** The API's own limit, for who comes back to a long list. */
const MOST = 200;

const FIELDS = [
  { name: 'q', text: 'Search words' },
  { name: 'status', text: 'Status', options: { '': 'any', succeeded: 'done', pending: 'waiting', failed: 'failed' } },
  { name: 'publisher', text: 'Publisher', list: 'known-publishers' },
  { name: 'target', text: 'Target', list: 'known-targets' },
  { name: 'stance', text: 'Stance',
    options: { '': 'any', favor: '▲ for', against: '▼ against', neutral: '● neutral', unclear: '? unclear' } },
  { name: 'holder', text: 'Held by', options: HOLDERS },
  { name: 'from', text: 'Published from', type: 'date' },
  { name: 'to', text: 'to', type: 'date' },
];

/** The list of articles, newest first. */
export async function showLibrary({ main, query, signal, tell, place }) {
  document.title = 'Library – Summarizer';
  const library = new Library(query, signal, tell);
  await library.load();
  if (place) await library.loadUpTo(place);
  if (signal.aborted) return library;
  main.replaceChildren(library.view);
  library.watch();
  library.suggest();
  return library;
}

class Library {
  constructor(query, signal, tell) {
    [this.query, this.signal, this.tell, this.rows, this.arrivals, this.turn] = [query, signal, tell, new Map(), new Set(), 0];
    this.items = el('ul', { class: 'items' });
    this.items.addEventListener('focusin', (event) => { this.last = event.target.closest('li'); });
    this.items.addEventListener('click', (event) => { this.last = event.target.closest('li'); });
    this.note = el('p', { class: 'empty' });
    this.more = el('button', { type: 'button', onclick: () => this.append() }, 'More articles');
    this.fresh = el('button', { type: 'button', hidden: '', onclick: () => this.showArrivals() });
    this.suggestions = el('div', {});
    this.view = el('div', {},
      el('h2', { class: 'unseen' }, 'Library'),
      filterForm('Filter articles', FIELDS, query, (values) => this.filter(values)),
      this.suggestions, el('div', { class: 'arrivals' }, this.fresh), this.note, this.items, this.more);
  }

  /** Endless: the button is pressed by coming into sight, and by hand where that fails. */
  watch() {
    this.sight = new IntersectionObserver((seen) => { if (seen.some((s) => s.isIntersecting)) this.append(); }, { rootMargin: '600px' });
    this.sight.observe(this.more);
    this.signal.addEventListener('abort', () => this.sight.disconnect());
  }

  async load() {
    this.turn += 1;
    const { turn } = this;
    const page = await api.list({ ...this.query, limit: PAGE }, this.signal);
    if (turn !== this.turn) return;
    this.rows.clear();
    this.last = null;
    this.items.replaceChildren(...page.items.map((item) => this.add(item)));
    // Into a list that is seen growing from nothing, articles come at its end, where they move nothing.
    this.grows = page.items.length === 0 && !this.isFiltered;
    this.arrivals.clear();
    this.noteArrivals();
    this.paged(page.cursor);
  }

  /** As many rows as there were, or as it takes to reach the one that stood on top; new articles may have come before it. */
  async loadUpTo({ count = 0, name }) {
    while (this.cursor && (this.rows.size < count || (name && !this.rows.has(name) && this.rows.size < count + MOST))) {
      const before = this.rows.size;
      await this.append(MOST);
      if (this.rows.size === before) return;
    }
  }

  /** Where the reader is: what stands on top of the window, and the row that was opened last. */
  place() {
    const top = [...this.rows.values()].find((row) => row.getBoundingClientRect().bottom > 0);
    return {
      count: this.rows.size, name: top?.dataset.name, offset: top?.getBoundingClientRect().top, last: this.last?.dataset.name,
    };
  }

  restore({ top, name, offset, last }) {
    const row = this.rows.get(name);
    // From the very top new articles are wanted; further down the same row stands where it stood.
    if (row && top > 0) scrollBy(0, row.getBoundingClientRect().top - offset);
    this.rows.get(last)?.querySelector('a')?.focus({ preventScroll: true });
  }

  async filter(values) {
    this.query = values;
    remember('library', values);
    await this.load().catch((error) => { if (error.name !== 'AbortError') this.tell(error.message); });
    this.tell(this.rows.size === 0 ? 'No article fits.' : `${this.rows.size}${this.cursor ? ' or more' : ''} found.`);
  }

  async append(limit = PAGE) {
    if (!this.cursor || this.loading) return;
    this.loading = true;
    const { turn } = this;
    try {
      const page = await api.list({ ...this.query, limit, cursor: this.cursor }, this.signal);
      if (turn !== this.turn) return;
      this.items.append(...page.items.filter((item) => !this.rows.has(item.name)).map((item) => this.add(item)));
      this.noteArrivals();
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
    this.sight?.unobserve(this.more);
    this.sight?.observe(this.more);
  }

  noteEmpty() {
    this.note.hidden = this.rows.size > 0 || this.arrivals.size > 0;
    this.note.textContent = this.isFiltered
      ? 'No article fits these filters.'
      : 'No articles yet. Drop files or a folder anywhere on this page.';
  }

  noteArrivals() {
    this.fresh.hidden = this.arrivals.size === 0;
    this.fresh.textContent = `${articles(this.arrivals.size).replace(' ', ' new ')}: show`;
  }

  get isFiltered() { return Object.keys(this.query).length > 0; }

  /** Something happened to an article: its row changes in place and keeps its height; a new one waits until it is asked for. */
  changed(item) {
    const old = this.rows.get(item.name);
    if (old) {
      const held = old.contains(document.activeElement);
      const row = this.add(item);
      old.replaceWith(row);
      if (this.last === old) this.last = row;
      if (held) row.querySelector('a').focus({ preventScroll: true });
    } else if (this.grows) {
      this.items.append(this.add(item));
    } else if (!this.isFiltered) {
      this.arrivals.add(item.name);
      this.noteArrivals();
    }
    this.noteEmpty();
  }

  removed({ name }) {
    if (this.arrivals.delete(name)) this.noteArrivals();
    const old = this.rows.get(name);
    if (!old) return;
    const row = removedRow(name);
    old.replaceWith(row);
    this.rows.set(name, row);
  }

  async showArrivals() {
    await this.load().catch((error) => { if (error.name !== 'AbortError') this.tell(error.message); });
    scrollTo(0, 0);
    this.items.querySelector('a')?.focus({ preventScroll: true });
  }

  /** Looks at the first page anew, without disturbing who has scrolled on. */
  async reload() {
    const page = await api.list({ ...this.query, limit: PAGE }, this.signal).catch(() => null);
    for (const item of (page?.items ?? []).toReversed()) {
      if (this.rows.get(item.name)?.dataset.state !== stateOf(item)) this.changed(item);
    }
  }

  add(item) {
    const row = rowOf(item);
    this.rows.set(item.name, row);
    this.arrivals.delete(item.name);
    return row;
  }

  async suggest() {
    const asked = [api.targets({ limit: 200 }, this.signal), api.matrix({ holder: 'all', limit: 100 }, this.signal)];
    const [targets, known] = await Promise.all(asked).catch(() => []);
    if (!known) return;
    this.suggestions.replaceChildren(
      choices('known-targets', targets.items.map((target) => target.name)), choices('known-publishers', known.publishers));
  }
}
