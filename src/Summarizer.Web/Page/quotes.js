import * as api from './api.js';
import { dotted, el, label, own } from './elements.js';
import { isSure, STANCES } from './words.js';

const PAGE = 20;

/** The stances of one kind, each with its article and words. */
export class QuoteColumn {
  static async load(stance, query, signal) {
    const column = new QuoteColumn(stance, query, signal);
    await column.append();
    return column;
  }

  constructor(stance, query, signal) {
    Object.assign(this, { query: { ...query, stance, limit: PAGE }, signal });
    const { shape, word } = STANCES[stance];
    this.items = el('ul', {});
    this.note = el('p', { class: 'quiet' });
    this.more = el('button', { type: 'button', onclick: () => this.append().catch((e) => { this.note.textContent = e.message; }) }, 'More');
    this.view = el('section', { class: `column ${stance}` },
      el('h4', {}, el('span', { 'aria-hidden': 'true' }, `${shape} `), word.replace(' on', '')), this.items, this.note, this.more);
  }

  async append() {
    const page = await api.stances({ ...this.query, cursor: this.cursor }, this.signal);
    this.items.append(...page.items.map(quote));
    this.cursor = page.cursor;
    this.more.hidden = !page.cursor;
    this.note.textContent = this.items.children.length === 0 ? 'Nobody.' : '';
  }
}

function quote(item) {
  const sure = isSure(item);
  return el('li', { class: sure ? null : 'unsure' },
    item.quote ? own(item.quote, 'blockquote') : el('p', { class: 'quiet' }, 'Without words about it.'),
    el('p', {}, item.holder === 'author' ? 'The author' : label(item.holder), ' on ', label(item.target),
      item.named === item.target ? null : [', here “', label(item.named), '”'],
      el('span', { class: 'quiet' }, `, ${sure ? '' : 'unsure, '}confidence ${item.confidence.toFixed(2)}`)),
    el('p', { class: 'quiet' }, dotted([
      label(item.title ?? item.article, 'a', { href: `#/article/${encodeURIComponent(item.article)}` }),
      item.publisher && label(item.publisher), item.publishedOn])));
}
