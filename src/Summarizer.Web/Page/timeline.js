import { el } from './elements.js';
import { counts, isSure, told } from './words.js';

const SVG = 'http://www.w3.org/2000/svg';
/** Longer stretches are shown by year, so that a bar stays wide enough to be seen. */
const MOST_MONTHS = 48;
const [BAR, GAP, HALF, FOOT] = [22, 6, 70, 26];

/** One target over time: articles for it above the line, against it below, neutral ones on it; the table says the same. */
export function timelinePicture({ months }) {
  const steps = stepsOf(months);
  const most = Math.max(...steps.map(({ count }) => Math.max(count.favor, count.against) + count.neutral / 2));
  const scale = HALF / Math.max(1, most);
  // The last label stands beyond its bar.
  const width = steps.length * (BAR + GAP) + GAP + 32;
  const picture = svg('svg', {
    class: 'timeline', viewBox: `0 0 ${width} ${2 * HALF + FOOT}`, width, height: 2 * HALF + FOOT, role: 'img',
    'aria-label': 'For above the line, against below, neutral on it; the table after it has the numbers.',
  });
  const every = Math.ceil(56 / (BAR + GAP));
  steps.forEach(({ name, count }, i) => {
    const x = GAP + i * (BAR + GAP);
    const middle = (count.neutral * scale) / 2;
    const bars = [['neutral', HALF - middle, 2 * middle], ['favor', HALF - middle - count.favor * scale, count.favor * scale],
      ['against', HALF + middle, count.against * scale]];
    const group = svg('g', {}, svg('title', {}, `${name}: ${counts(count)}, confidence ${count.confidence.toFixed(2)}`));
    for (const [stance, y, height] of bars) {
      if (height > 0) group.append(svg('rect', { class: isSure(count) ? stance : `${stance} unsure`, x, y, width: BAR, height }));
    }
    if (i % every === 0) group.append(svg('text', { x, y: 2 * HALF + FOOT - 8 }, name));
    picture.append(group);
  });
  picture.append(svg('line', { x1: 0, x2: width, y1: HALF, y2: HALF }));
  return el('div', {},
    el('p', { class: 'quiet' },
      'Articles by publication: for above the line, against below it, neutral on it; hollow where confidence is under 0.50.'),
    el('div', { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': 'Time line' }, picture),
    el('details', {}, el('summary', {}, 'The numbers'), table(steps.filter(({ count }) => told(count) + count.unclear > 0))));
}

/** Every month between the first and the last, or every year; silence is shown too. */
function stepsOf(months) {
  const at = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  const [first, last] = [at(months[0].month), at(months.at(-1).month)];
  const byYear = last - first >= MOST_MONTHS;
  const nameOf = (n) => (byYear ? String(n) : `${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}`);
  const stepOf = (n) => (byYear ? Math.floor(n / 12) : n);
  const sums = new Map();
  // A wrong date far off must not make thousands of bars.
  const [from, to] = [Math.max(stepOf(first), stepOf(last) - 199), stepOf(last)];
  for (let n = from; n <= to; n += 1) sums.set(n, { favor: 0, against: 0, neutral: 0, unclear: 0, weight: 0, value: 0 });
  for (const { month, count } of months) {
    const sum = sums.get(stepOf(at(month)));
    if (sum) add(sum, count);
  }
  return [...sums].map(([n, sum]) => ({ name: nameOf(n), count: meanOf(sum) }));
}

function add(sum, count) {
  for (const stance of ['favor', 'against', 'neutral', 'unclear']) sum[stance] += count[stance];
  sum.weight += count.confidence * told(count);
  sum.value += count.mean * count.confidence * told(count);
}

/** The months of a year weigh by their articles' confidence, as articles do in a month. */
const meanOf = ({ weight, value, ...count }) => ({
  ...count, mean: weight > 0 ? value / weight : 0, confidence: weight > 0 ? weight / told(count) : 0,
});

function table(steps) {
  const names = ['When', 'For', 'Against', 'Neutral', 'Unclear', 'Mean', 'Confidence'];
  return el('table', {}, el('thead', {}, el('tr', {}, names.map((name) => el('th', { scope: 'col' }, name)))),
    el('tbody', {}, steps.map(({ name, count }) => el('tr', {}, el('th', { scope: 'row' }, name),
      [count.favor, count.against, count.neutral, count.unclear, count.mean.toFixed(2), count.confidence.toFixed(2)]
        .map((n) => el('td', {}, String(n)))))));
}

function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
