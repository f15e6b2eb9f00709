import { el, label } from './elements.js';

/** Each stance by shape and word, so that colour is never alone. */
export const STANCES = {
  favor: { shape: '▲', word: 'for' },
  against: { shape: '▼', word: 'against' },
  neutral: { shape: '●', word: 'neutral on' },
  unclear: { shape: '?', word: 'unclear on' },
};

export const STATUSES = { pending: 'waiting', succeeded: 'done', failed: 'failed' };

/** Whose stances count; what an article quotes is not what its publisher holds, so the author comes first. */
export const HOLDERS = { '': 'the author', quoted: 'people quoted', all: 'anybody' };

/** Below it a stance is likelier wrong than right. */
const SURE = 0.5;

export const isSure = ({ confidence, stance }) => stance !== 'unclear' && confidence >= SURE;

/** A stance toward a target, as a chip. */
export function chip({ stance, target, holder, confidence }) {
  const { shape, word } = STANCES[stance];
  return el('span', { class: `chip ${stance}`, title: `Confidence ${confidence.toFixed(2)}` },
    el('span', { 'aria-hidden': 'true' }, `${shape} `), `${word} `, label(target),
    holder && holder !== 'author' ? [' (', label(holder), ')'] : null);
}

/** A mean from -1 to 1 in a word. */
export function leaning(mean) {
  if (mean >= 0.25) return 'favor';
  return mean <= -0.25 ? 'against' : 'neutral';
}

export const counts = (c) => `${c.favor} for, ${c.against} against, ${c.neutral} neutral${c.unclear > 0 ? `, ${c.unclear} unclear` : ''}`;

/** Articles of which a stance is told. */
export const told = (c) => c.favor + c.against + c.neutral;

export const articles = (number) => (number === 1 ? '1 article' : `${number} articles`);
