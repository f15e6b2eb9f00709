import { el, label } from './elements.js';
import { queryOf } from './api.js';
import { counts, isSure, leaning, STANCES, told } from './words.js';

/** Characters of a name at an edge of the table; the cells' own names have more. */
const LONGEST = 40;

/** Targets by publishers: shape, number and word in each cell, and colour besides. */
export function matrixTable({ rows, publishers }, query) {
  return el('div', { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': 'Stances by target and publisher' },
    el('table', { class: 'matrix' },
      el('caption', {}, el('span', {}, 'Articles by what they hold, weighted by confidence; the same text printed twice counts once.'
        + ' ▲ mostly for, ▼ mostly against, ● neither, ? unclear; a dashed edge: confidence under 0.50.')),
      el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Target'), el('th', { scope: 'col' }, 'All'),
        publishers.map((publisher) => el('th', { scope: 'col' }, label(publisher, 'bdi', {}, LONGEST))))),
      el('tbody', {}, rows.map((row) => el('tr', {},
        el('th', { scope: 'row' }, label(row.target, 'bdi', {}, LONGEST)),
        cell(row.all, { ...query, target: row.target }, row.target, 'all publishers'),
        row.cells.map((count, i) => cell(
            count, { ...query, target: row.target, publisher: publishers[i] }, row.target, publishers[i])))))));
}

function cell(count, query, target, publisher) {
  if (!count) return el('td', { class: 'silent' }, el('span', { class: 'unseen' }, 'none'));
  const total = told(count);
  const lean = total > 0 ? leaning(count.mean) : 'unclear';
  const strength = Math.abs(count.mean) >= 0.75 ? 'strong' : 'mild';
  const sure = total > 0 && isSure(count);
  const surety = `${sure ? '' : 'unsure, '}confidence ${count.confidence.toFixed(2)}`;
  const mostly = STANCES[lean].word.replace(' on', '');
  const name = `${publisher.slice(0, LONGEST)}, ${target.slice(0, LONGEST)}, mostly ${mostly}: ${counts(count)}, ${surety}, in all `;
  const shown = { class: `cell ${lean} ${sure ? strength : 'unsure'}`, title: `${counts(count)}; ${surety}` };
  return el('td', {}, el('a', { ...shown, href: `#/stances?${queryOf(query)}` },
    el('span', { 'aria-hidden': 'true' }, `${STANCES[lean].shape} `), el('span', { class: 'unseen' }, name),
    String(total > 0 ? total : count.unclear)));
}
