import { dotted, el, label } from './elements.js';
import { chip, isSure, STATUSES } from './words.js';

/** What a row shows; a row whose item has another is out of date. */
export const stateOf = (item) => `${item.status} ${item.processedAt ?? ''}`;

/** An article in the list. Every row has the same lines, filled or not, so that what changes in one moves none beside it. */
export function rowOf(item) {
  const { name, status } = item;
  return el('li', { class: status, 'data-state': stateOf(item), 'data-name': name },
    el('div', { class: 'row-head' },
      label(item.title ?? name, 'a', { href: `#/article/${encodeURIComponent(name)}`, class: 'row-title' }),
      status === 'succeeded' ? null : el('span', { class: `status ${status}` }, STATUSES[status])),
    el('p', { class: 'quiet row-facts' }, dotted([
      item.publisher && label(item.publisher), item.publishedOn && el('time', { datetime: item.publishedOn }, item.publishedOn),
      item.title ? label(name) : null])),
    label(item.failure ?? (item.headline && item.headline !== item.title ? item.headline : ''), 'p', { class: 'row-headline' }),
    el('div', { class: 'row-foot' },
      status === 'pending' ? el('progress', { 'aria-label': 'Being summarised' }) : chips(item.stances ?? [])));
}

/** An article that is gone keeps its place until the list is loaded anew. */
export const removedRow = (name) => el('li', { class: 'removed', 'data-state': 'removed', 'data-name': name },
  el('div', { class: 'row-head' }, label(name, 's', { class: 'row-title' }), el('span', { class: 'status' }, 'removed')));

/** What the engine is unsure of is counted, not said. */
function chips(stances) {
  const sure = stances.filter(isSure);
  const unsure = stances.length - sure.length;
  return stances.length === 0 ? null : el('p', { class: 'chips' }, sure.map(chip),
    unsure > 0
      ? el('span', { class: 'chip unsure', title: 'Stances that are unclear, or said with a confidence under 0.50' }, `${unsure} unsure`)
      : null);
}
