import { addressOf } from './api.js';
import { el, own } from './elements.js';

const STANCE = { favor: '▲ for', against: '▼ against', neutral: '● neutral on' };

/** The view of one result: claims on one side, the article's text with their evidence on the other. */
export function articleView(result) {
  const title = own(result.article?.title ?? result.name, 'h2');
  if (result.status === 'pending') return el('div', {}, title, el('p', {}, result.reason));
  if (result.status === 'failed') return el('div', {}, title, el('p', {}, `Failed: ${result.failure.message}`));

  const text = el('div', { class: 'text', lang: result.article.language });
  const show = (evidence) => text.replaceChildren(...paragraphs(result.article.text, evidence));
  const claims = [];
  const claim = (evidence, ...children) => {
    const button = el('button', { class: 'claim', type: 'button', 'aria-pressed': 'false' }, ...children);
    const mark = () => {
      claims.forEach((other) => other.setAttribute('aria-pressed', String(other === button)));
      show(evidence);
      text.querySelector('mark')?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    };
    button.addEventListener('click', mark);
    button.addEventListener('mouseenter', mark);
    claims.push(button);
    return button;
  };

  const side = el('div', {},
    el('h3', {}, 'Summary'), own(result.summary.headline, 'p'),
    ...result.summary.sentences.map((sentence) => claim(sentence.evidence, own(sentence.text))),
    el('h3', {}, 'Stances'),
    ...result.stances.map((tag) => claim(tag.evidence, ...stanceLine(tag))),
    result.stances.length === 0 ? el('p', {}, 'The article takes no stance that its words bear out.') : null,
    details('Rejected claims', result.rejected.map((r) => `${r.kind}: ${r.claim} (${r.reason})`)),
    details('Boilerplate left out', result.article.removed.map((r) => `${r.reason}: ${r.characters} characters`)));
  show([]);
  return el('div', {}, title, el('p', { class: 'quiet' }, ...facts(result)), el('div', { class: 'article' }, side, text));
}

function stanceLine(tag) {
  return [
    el('span', { class: 'stance-word' }, `${STANCE[tag.stance]} `), own(tag.target.name),
    el('span', { class: 'quiet' }, ` · held by the ${tag.holder === 'author' ? 'author' : 'quoted '}`,
      tag.holder === 'author' ? null : own(tag.holder), ` · confidence ${tag.confidence.toFixed(2)}`),
  ];
}

function facts(result) {
  const { article, engine } = result;
  const known = [article.authors.join(', '), article.publisher, article.publishedOn, article.language,
    `engine ${engine.name}${engine.model ? ` (${engine.model})` : ''}${engine.fallback ? ', as fallback' : ''}`];
  const parts = known.filter(Boolean).flatMap((fact) => [own(fact), ' · ']);
  return [...parts, el('a', { href: addressOf(result.name) }, 'JSON')];
}

function details(heading, lines) {
  if (lines.length === 0) return null;
  return el('details', { class: 'removed' }, el('summary', {}, `${heading} (${lines.length})`),
    el('ul', {}, ...lines.map((line) => own(line, 'li'))));
}

/** The text in paragraphs, with the stretches of evidence marked; offsets count UTF-16 code units, as slice does. */
function paragraphs(text, evidence) {
  const spans = [...evidence].sort((a, b) => a.start - b.start);
  const result = [];
  let start = 0;
  for (const part of text.split('\n\n')) {
    const [from, to] = [start, start + part.length];
    const paragraph = el('p', { dir: 'auto' });
    let at = from;
    for (const span of spans) {
      const [first, last] = [Math.max(at, span.start), Math.min(to, span.end)];
      if (first >= last) continue;
      paragraph.append(text.slice(at, first), el('mark', {}, text.slice(first, last)));
      at = last;
    }
    paragraph.append(text.slice(at, to));
    result.push(paragraph);
    start = to + 2;
  }
  return result;
}
