import * as api from './api.js';
import { dotted, download, el, label, own } from './elements.js';
import { EvidenceText } from './evidence.js';
import { isSure, STANCES, STATUSES } from './words.js';

/** One result: claims on one side, the article's text with their evidence on the other. */
export async function showArticle({ main, about: name, signal, tell }) {
  const view = new ArticleView(main, name, signal, tell);
  await view.load();
  return view;
}

class ArticleView {
  constructor(main, name, signal, tell) {
    Object.assign(this, { main, name, signal, tell });
  }

  async load() {
    const result = await api.get(this.name, this.signal);
    const state = JSON.stringify(result);
    // The same again must not take the focus from what somebody reads.
    if (state === this.state) return;
    this.state = state;
    document.title = `${(result.article?.title ?? this.name).slice(0, 200)} – Summarizer`;
    const title = own(result.article?.title ?? this.name, 'h2', { class: 'title' });
    this.main.replaceChildren(el('article', {}, title, ...this.bodyOf(result)));
  }

  changed(item) { if (item.name === this.name) this.reload(); }

  removed(item) { if (item.name === this.name) this.reload(); }

  reload() {
    return this.load().catch((error) => { if (error.name !== 'AbortError') this.tell(error.message); });
  }

  bodyOf(result) {
    if (result.status === 'pending') {
      const when = result.retryAt ? ` It is taken up again at ${new Date(result.retryAt).toLocaleTimeString()}.` : '';
      return [el('p', {}, STATUSES.pending, ' · ', own(result.reason), when), el('progress', { 'aria-label': 'Being summarised' })];
    }
    const facts = el('p', { class: 'quiet' }, factsOf(result));
    if (result.status === 'failed') {
      return [facts, el('p', { class: 'failure' }, el('strong', {}, 'Failed: '), own(result.failure.message)),
        this.actionsOf(result), engineOf(result)];
    }
    const text = new EvidenceText(result.article, (claims) => this.tell(
      claims.length === 1 ? 'One claim rests on this.' : `${claims.length} claims rest on this.`));
    const side = el('div', { class: 'claims' },
      el('h3', {}, 'Summary'), own(result.summary.headline, 'p', { class: 'headline' }),
      result.summary.sentences.map((sentence) => text.claim(sentence.evidence, own(sentence.text))),
      el('h3', {}, 'Stances'),
      result.stances.map((tag) => stanceClaim(text, tag)),
      undecided(result),
      details('Rejected claims', result.rejected.map((r) => [`${r.kind}, ${r.reason.replaceAll('-', ' ')}: `, own(r.claim)])),
      details('Boilerplate left out', result.article.removed.map((r) => [`${r.reason}: ${r.characters} characters`])),
      engineOf(result));
    return [facts, this.actionsOf(result), el('div', { class: 'article' }, side, text.view)];
  }

  actionsOf(result) {
    const file = this.name.split('/').pop().replaceAll(/[^\p{L}\p{N}._-]/gu, '_').slice(0, 80);
    const button = (text, onclick) => el('button', {
      type: 'button', onclick: () => Promise.resolve(onclick()).catch((error) => this.tell(error.message)),
    }, text);
    return el('p', { class: 'actions' },
      button('Copy as Markdown', async () => {
        const markdown = await api.markdown(this.name);
        // A page that is not served safely has no clipboard; a file does as well.
        if (navigator.clipboard) await navigator.clipboard.writeText(markdown);
        else download(`${file}.md`, 'text/markdown', markdown);
        this.tell(navigator.clipboard ? 'Copied.' : 'Saved as a file.');
      }),
      button('Download JSON', () => download(`${file}.json`, 'application/json', JSON.stringify(result, null, 2))),
      button('Print', () => window.print()));
  }
}

function stanceClaim(text, tag) {
  const claim = text.claim(tag.evidence, ...stanceLine(tag));
  claim.classList.toggle('unsure', !isSure(tag));
  return claim;
}

/** What it means that no side is told: the engine's limits, never the article's opinion. */
function undecided({ stances, rejected }) {
  if (stances.some(({ stance }) => stance === 'favor' || stance === 'against')) return null;
  if (stances.length > 0) {
    return el('p', {}, stances.every(({ stance }) => stance === 'neutral')
      ? 'Beyond these neutral mentions, the engine could not tell whether the article takes a side.'
      : 'The engine could not tell whether the article takes a side.');
  }
  const dropped = rejected.filter(({ kind }) => kind === 'stance').length;
  return el('p', {}, 'The engine could not tell whether the article takes a side.',
    dropped > 0 ? ` What it claimed (${dropped}) does not stand in the article's words; see the rejected claims.` : null);
}

function stanceLine(tag) {
  const { shape, word } = STANCES[tag.stance];
  return [
    el('span', { class: `stance-word ${tag.stance}` }, el('span', { 'aria-hidden': 'true' }, `${shape} `), `${word} `),
    label(tag.target.name, 'bdi', { class: 'target' }),
    el('span', { class: 'quiet' }, ' held by ', tag.holder === 'author' ? 'the author' : label(tag.holder), surety(tag), portrayed(tag),
      tag.evidence.length === 0 ? ', no words about it' : null),
  ];
}

/** How likely each stance is, where the engine says; otherwise its confidence alone. */
function surety(tag) {
  const all = tag.probabilities;
  if (tag.stance === 'unclear') {
    return all === null ? '' : `, for ${all.favor.toFixed(2)}, against ${all.against.toFixed(2)}, neither ${all.neutral.toFixed(2)}`;
  }
  return `, ${isSure(tag) ? '' : 'unsure, '}confidence ${tag.confidence.toFixed(2)}`;
}

function portrayed({ portrayal }) {
  if (portrayal === null || portrayal.favorable + portrayal.unfavorable === 0) return '';
  return `, spoken well of in ${portrayal.favorable}, badly in ${portrayal.unfavorable} of ${portrayal.sentences} sentences`;
}

function factsOf(result) {
  const { article, source } = result;
  return dotted([
    article?.authors.length > 0 && label(article.authors.join(', ')), article?.publisher && label(article.publisher),
    article?.publishedOn && el('time', { datetime: article.publishedOn }, article.publishedOn),
    article?.language && `language ${article.language}`, label(result.name), `${source.bytes.toLocaleString('en')} bytes`]);
}

function engineOf({ engine, coverage, processedAt, durationMs }) {
  return el('p', { class: 'quiet engine' }, dotted([
    `Engine ${engine.name} ${engine.version}`, engine.model && label(engine.model), engine.fallback && 'as fallback',
    coverage < 1 && coverage > 0 && `read ${Math.round(coverage * 100)} % of the text`,
    engine.inputTokens > 0 && `${engine.inputTokens} + ${engine.outputTokens} tokens`,
    engine.cost !== null && `cost ${engine.cost}`, new Date(processedAt).toLocaleString(), `${durationMs.toFixed(1)} ms`]));
}

function details(heading, lines) {
  if (lines.length === 0) return null;
  return el('details', {}, el('summary', {}, `${heading} (${lines.length})`),
    el('ul', {}, lines.map((line) => el('li', {}, line))));
}
