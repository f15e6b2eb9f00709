/** Makes an element; text goes in as text, so that markup in an article stays characters. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

/** Characters that turn the direction of what follows, without being seen. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** Longer than this nobody reads in a list; the whole text stands in the article's own view. */
const LONGEST = 300;

/** Text that may run right to left, kept from turning what stands around it. */
export const own = (text, tag = 'bdi', attributes = {}) => el(tag, { dir: 'auto', ...attributes }, text);

/** A name or title on one line of a list: shortened, and without characters that would disguise it. */
export function label(text, tag = 'bdi', attributes = {}, longest = LONGEST) {
  const plain = text.replace(TURNING, '\ufffd');
  return own(plain.length > longest ? `${plain.slice(0, longest - 1)}…` : plain, tag, attributes);
}

/** Facts one after the other, separated by dots. */
export const dotted = (facts) => facts.filter(Boolean).flatMap((fact, i) => (i > 0 ? [' · ', fact] : [fact]));

/** Hands a file to the reader, made here. */
export function download(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = el('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
