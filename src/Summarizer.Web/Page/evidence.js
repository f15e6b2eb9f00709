import { el } from './elements.js';

/** Pixels of text that stay around a mark, where the window has them. */
const CONTEXT = 72;
/** Pixels between the box of the text and the window's edge, as in the style sheet. */
const EDGE = 16;

/** An article's text and the claims about it: each claim marks its words, and the words tell which claims rest on them. */
export class EvidenceText {
  /** @param {(claims: Element[]) => void} asked told of the claims that rest on the words somebody chose */
  constructor(article, asked) {
    [this.text, this.asked, this.claims, this.pieces] = [article.text, asked, [], null];
    this.box = el('div', { class: 'text', lang: article.language, tabindex: '0', role: 'region', 'aria-label': 'Text of the article' });
    this.view = this.box;
    // Filled when all claims are known, which is before anything is shown.
    queueMicrotask(() => this.fill());
  }

  /** A claim, as a button that marks its evidence when it is hovered, focused or pressed. */
  claim(evidence, ...children) {
    const index = this.claims.length;
    const button = el('button', { class: 'claim', type: 'button', 'aria-pressed': 'false' }, ...children);
    button.addEventListener('click', () => this.mark(index, true));
    button.addEventListener('mouseenter', () => this.mark(index, false));
    button.addEventListener('focus', () => this.mark(index, false));
    this.claims.push({ button, evidence });
    return button;
  }

  mark(index, pressed) {
    this.claims.forEach(({ button }, i) => {
      button.setAttribute('aria-pressed', String(i === index));
      button.classList.remove('resting');
    });
    // The first mark, whole: where other claims' evidence cuts it, its pieces follow each other.
    const first = [];
    for (const { element, claims } of this.pieces) {
      const marked = claims.includes(index);
      element.classList.toggle('marked', marked);
      if (marked && (first.length === 0 || element.previousSibling === first.at(-1))) first.push(element);
    }
    if (first.length > 0) this.bringIntoView(first, pressed);
  }

  /**
   * Beside the claims the text scrolls by itself, to where the mark begins in the part of it that the window shows; the
   * page moves only for who has pressed, and only as far as that did not do. At once: a long way is not travelled.
   */
  bringIntoView(marked, pressed) {
    const line = marked[0].getClientRects()[0];
    if (!line) return;
    const room = Math.min(CONTEXT, innerHeight / 4);
    const height = Math.min(marked.at(-1).getBoundingClientRect().bottom - line.top, innerHeight - 2 * room);
    // A third from the top, or higher when the mark would not end in sight.
    const aim = (extent) => Math.max(room, Math.min(extent / 3, extent - height - room));
    const box = this.box.getBoundingClientRect();
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    const rests = line.top >= top + room && line.top + height <= bottom - room;
    const furthest = this.box.scrollHeight - this.box.clientHeight;
    const wanted = this.box.scrollTop + (rests ? 0 : line.top - top - aim(bottom - top));
    const at = Math.min(Math.max(wanted, 0), furthest);
    const then = line.top - (at - this.box.scrollTop);
    this.box.scrollTo({ top: at });
    if (!pressed) return;
    const [over, under] = [room - then, then + height - innerHeight + room];
    if (furthest <= 1) {
      if (over > 0 || under > 0) scrollBy({ top: then - aim(innerHeight) });
    } else if (over > 0) {
      scrollBy({ top: -Math.min(over, Math.max(0, EDGE - box.top)) });
    } else if (under > 0) {
      scrollBy({ top: Math.min(under, Math.max(0, box.bottom + EDGE - innerHeight)) });
    }
  }

  ask(indexes) {
    this.claims.forEach(({ button }, i) => button.classList.toggle('resting', indexes.includes(i)));
    const buttons = indexes.map((i) => this.claims[i].button);
    buttons[0].scrollIntoView({ block: 'nearest' });
    this.asked(buttons);
  }

  /** The text in paragraphs, cut wherever evidence begins or ends; offsets count UTF-16 code units, as slice does. */
  fill() {
    this.pieces = [];
    const spans = this.claims.flatMap(({ evidence }, claim) => evidence.map(({ start, end }) => ({ start, end, claim })))
      .sort((a, b) => a.start - b.start);
    let from = 0;
    for (const part of this.text.split('\n\n')) {
      const to = from + part.length;
      this.box.append(this.paragraph(from, to, spans.filter((s) => s.start < to && s.end > from)));
      from = to + 2;
    }
  }

  paragraph(from, to, spans) {
    const cuts = spans.flatMap(({ start, end }) => [start, end]).filter((at) => at > from && at < to);
    const edges = [...new Set([from, ...cuts, to])].sort((a, b) => a - b);
    const paragraph = el('p', { dir: 'auto' });
    for (let i = 0; i + 1 < edges.length; i += 1) {
      const words = this.text.slice(edges[i], edges[i + 1]);
      const claims = [...new Set(spans.filter((s) => s.start <= edges[i] && s.end >= edges[i + 1]).map((s) => s.claim))];
      paragraph.append(claims.length === 0 ? words : this.piece(words, claims));
    }
    return paragraph;
  }

  piece(words, claims) {
    const ask = () => this.ask(claims);
    const element = el('span', { class: 'evidence', role: 'button', tabindex: '0', onclick: ask }, words);
    element.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      ask();
    });
    this.pieces.push({ element, claims });
    return element;
  }
}
