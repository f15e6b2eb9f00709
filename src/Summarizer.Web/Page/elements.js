/** Makes an element; text goes in as text, so that markup in an article stays characters. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Text that may run right to left, kept from turning what stands around it. */
export const own = (text, tag = 'bdi') => el(tag, { dir: 'auto' }, text);
