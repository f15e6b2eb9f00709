import { el } from './elements.js';

/** Typing settles before the list is asked anew. */
const SETTLE_MS = 150;

/** A form of filters; says so whenever they change. */
export function filterForm(name, fields, values, changed) {
  let timer = 0;
  const form = el('form', { class: 'filters', role: 'search', 'aria-label': name }, fields.map((field) => fieldOf(field, values)),
    el('button', { type: 'reset' }, 'Clear'));
  const now = () => {
    clearTimeout(timer);
    changed(Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== '')));
  };
  form.addEventListener('input', (event) => {
    clearTimeout(timer);
    timer = setTimeout(now, event.target.tagName === 'SELECT' ? 0 : SETTLE_MS);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    now();
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    for (const input of form.elements) if (input.name) input.value = '';
    now();
  });
  return form;
}

function fieldOf({ name, text, type = 'search', options, list }, values) {
  const value = values[name] ?? '';
  const input = options
    ? el('select', { name }, Object.entries(options).map(
      ([key, word]) => el('option', { value: key, ...(key === value ? { selected: '' } : {}) }, word)))
    : el('input', { name, type, list, value, autocomplete: 'off', maxlength: type === 'search' ? '1000' : null });
  return el('label', {}, el('span', {}, text), input);
}

/** Names to choose from, while typing. */
export function choices(id, names) {
  return el('datalist', { id }, names.map((name) => el('option', { value: name })));
}

/** Keeps the address in step with the filters, without a step in the history for every letter. */
export function remember(view, values) {
  const query = new URLSearchParams(values).toString();
  history.replaceState(history.state, '', `#/${view}${query ? `?${query}` : ''}`);
}
