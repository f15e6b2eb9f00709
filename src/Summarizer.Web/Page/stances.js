import * as api from './api.js';
import { download, el, label } from './elements.js';
import { choices, filterForm, remember } from './filters.js';
import { matrixTable } from './matrix.js';
import { QuoteColumn } from './quotes.js';
import { timelinePicture } from './timeline.js';
import { HOLDERS, STANCES } from './words.js';

/** Targets and publishers of the matrix; more would not be read. */
const SIZE = 20;

const FIELDS = [
  { name: 'target', text: 'Target', list: 'known-targets' },
  { name: 'publisher', text: 'Publisher', list: 'known-publishers' },
  { name: 'holder', text: 'Held by', options: HOLDERS },
  { name: 'from', text: 'Published from', type: 'date' },
  { name: 'to', text: 'to', type: 'date' },
];

/** Who is for and against: a matrix for all targets, and for one target its time line and the very words. */
export async function showStances({ main, query, signal, tell }) {
  document.title = 'Stances – Summarizer';
  const view = new StancesView(query, signal, tell);
  await view.load();
  main.replaceChildren(view.view);
  view.suggest();
  return view;
}

class StancesView {
  constructor(query, signal, tell) {
    [this.query, this.signal, this.tell, this.turn] = [query, signal, tell, 0];
    this.body = el('div', {});
    this.suggestions = el('div', {});
    this.view = el('div', {}, el('h2', { class: 'unseen' }, 'Stances'),
      filterForm('Filter stances', FIELDS, query, (values) => this.filter(values)), this.suggestions, this.body);
  }

  async filter(values) {
    this.query = values;
    remember('stances', values);
    await this.load().catch((error) => { if (error.name !== 'AbortError') this.tell(error.message); });
  }

  async load() {
    this.turn += 1;
    const { turn } = this;
    const matrixQuery = { ...this.query, limit: SIZE };
    const [matrix, timeline] = await Promise.all([
      api.matrix(matrixQuery, this.signal),
      this.query.target ? api.timeline(this.query, this.signal) : null,
    ]);
    const columns = this.query.target || this.query.publisher
      ? await Promise.all(Object.keys(STANCES).map((stance) => QuoteColumn.load(stance, this.query, this.signal)))
      : [];
    if (turn !== this.turn) return;
    const parts = matrix.rows.length === 0 ? [this.emptyNote()] : [
      timeline && timeline.months.length > 0 ? this.section('Over time', timelinePicture(timeline), 'stances/timeline', this.query) : null,
      this.section('By publisher', matrixTable(matrix, this.query), 'stances/matrix', matrixQuery),
      columns.length > 0
        ? this.section('In their words', el('div', { class: 'quotes' }, columns.map((c) => c.view)), 'stances', this.query) : null];
    this.body.replaceChildren(...parts.filter(Boolean));
  }

  emptyNote() {
    return el('p', { class: 'empty' }, Object.keys(this.query).length > 0
      ? ['No stance fits these filters', this.query.target ? [' about ', label(this.query.target)] : null, '.']
      : 'No stances yet: upload articles, and what they are for and against stands here.',
    this.query.holder ? null : ' “Held by” also has those of people whom articles quote.');
  }

  /** A picture with its table, and that very table as CSV. */
  section(heading, content, route, query) {
    const name = `${route.replace('/', '-')}.csv`;
    const save = async () => download(name, 'text/csv', await api.csv(route, query));
    return el('section', { class: route === 'stances/matrix' ? 'wide' : null }, el('div', { class: 'panel-head' }, el('h3', {}, heading),
      el('button', { type: 'button', onclick: () => save().catch((e) => this.tell(e.message)) }, `${heading}: CSV`)), content);
  }

  async suggest() {
    const asked = [api.targets({ limit: 200 }, this.signal), api.matrix({ holder: 'all', limit: 100 }, this.signal)];
    const [targets, known] = await Promise.all(asked).catch(() => []);
    if (!known) return;
    this.suggestions.replaceChildren(
      choices('known-targets', targets.items.map((target) => target.name)), choices('known-publishers', known.publishers));
  }
}
