import * as api from './api.js';
import { el, label } from './elements.js';
import { STATUSES } from './words.js';

/** Files shown one by one; more are counted, and named when they fail. */
const SHOWN = 100;
/** News can be missed, and an upload of the same bytes makes none; so it is looked after. */
const LOOK_MS = 5000;
/** Articles asked for one by one in a turn, when the list no longer has them. */
const SINGLY = 20;

/** The panel of uploads: how many are done, and which failed. It floats, so that it moves nothing of the view. */
export class Transfers {
  constructor(panel) {
    [this.panel, this.files, this.timer] = [panel, new Map(), 0];
    this.count = el('h2', {});
    this.bar = el('progress', { max: '1', value: '0', 'aria-label': 'Uploads done' });
    this.list = el('ul', {});
    this.rest = el('p', { class: 'quiet' });
    this.inside = el('details', {}, el('summary', {}, this.count, this.bar), this.list, this.rest);
    panel.replaceChildren(this.inside, el('button', { type: 'button', onclick: () => this.close() }, 'Close'));
  }

  /** Begins anew when everything before has ended; otherwise it counts on. */
  add(names) {
    if (this.open().length === 0) this.clear();
    if (this.panel.hidden) this.inside.open = innerWidth > 832;
    for (const name of names) {
      const known = this.files.get(name);
      if (known) known.row?.remove();
      const file = { name, state: 'sending', row: null };
      this.files.set(name, file);
      if (this.list.children.length < SHOWN) this.show(file, 'in line');
    }
    this.panel.hidden = false;
    this.note();
    this.timer ||= setInterval(() => this.look(), LOOK_MS);
  }

  sending(name, share) {
    const file = this.files.get(name);
    if (file?.state === 'sending') this.show(file, `uploading ${Math.round(share * 100)} %`);
  }

  /** It is in storage; what becomes of it is news of the article. */
  stored(name) {
    const file = this.files.get(name);
    if (file?.state !== 'sending') return;
    file.state = 'stored';
    this.show(file, 'being summarised');
  }

  /** An article's news also says how its upload went on. */
  follow({ name, status }) {
    const file = this.files.get(name);
    if (!file || !['sending', 'stored'].includes(file.state) || status === 'pending') return;
    if (status === 'failed') {
      this.failed(name, STATUSES.failed);
      api.get(name).then((result) => this.failed(name, result.failure?.message ?? STATUSES.failed), () => {});
      return;
    }
    file.state = 'done';
    this.show(file, STATUSES.succeeded);
    this.note();
  }

  failed(name, message) {
    const file = this.files.get(name);
    if (!file) return;
    file.state = 'failed';
    this.show(file, message);
    file.row.querySelector('.state').classList.add('error');
    this.list.prepend(file.row);
    this.note();
  }

  /** Asks after what has not ended. */
  async look() {
    const open = this.open().filter(({ state }) => state === 'stored');
    if (open.length === 0) return;
    const page = await api.list({ limit: 200 }).catch(() => null);
    const listed = new Map((page?.items ?? []).map((item) => [item.name, item]));
    for (const { name } of open.filter((file) => listed.has(file.name))) this.follow(listed.get(name));
    for (const { name } of open.filter((file) => !listed.has(file.name)).slice(0, SINGLY)) {
      const result = await api.get(name).catch((error) => (error.status === 404 ? { status: 'removed' } : null));
      if (result?.status === 'removed') this.failed(name, 'It was removed meanwhile.');
      else if (result) this.follow({ name, status: result.status });
    }
  }

  open() { return [...this.files.values()].filter(({ state }) => state === 'sending' || state === 'stored'); }

  show(file, words) {
    if (!file.row) {
      file.row = el('li', {},
        label(file.name, 'a', { href: `#/article/${encodeURIComponent(file.name)}` }), ' ', el('span', { class: 'state quiet' }));
      this.list.append(file.row);
    }
    file.row.querySelector('.state').textContent = words;
  }

  note() {
    const [all, open] = [this.files.size, this.open().length];
    const failed = [...this.files.values()].filter(({ state }) => state === 'failed').length;
    this.count.textContent = `${all - open - failed} of ${all} done${failed > 0 ? `, ${failed} failed` : ''}`;
    this.bar.value = (all - open) / Math.max(1, all);
    const hidden = all - this.list.children.length;
    this.rest.textContent = hidden > 0 ? `… and ${hidden} more` : '';
    if (open > 0) return;
    clearInterval(this.timer);
    this.timer = 0;
  }

  close() {
    this.panel.hidden = true;
    this.clear();
    document.getElementById('main').focus({ preventScroll: true });
  }

  clear() {
    clearInterval(this.timer);
    this.timer = 0;
    this.files.clear();
    this.list.replaceChildren();
  }
}
