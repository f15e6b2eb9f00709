// Where the reader was in each step of the tab's history; what a view shows comes later than the browser would scroll.
const STORED = 'summarizer-places';
/** Steps kept; who goes back further begins at the top. */
const MOST = 50;

const places = new Map(stored());
let step = null;

history.scrollRestoration = 'manual';

function stored() {
  try {
    return JSON.parse(sessionStorage.getItem(STORED)) ?? [];
  } catch {
    return [];
  }
}

/** Enters the step of the history that the address stands for; returns where the reader was in it, null at first. */
export function enter() {
  step = history.state?.step ?? null;
  if (step === null) {
    step = `${Date.now()}-${Math.random()}`;
    history.replaceState({ step }, '');
  }
  return places.get(step) ?? null;
}

/** Keeps where the reader is in the step entered last. */
export function keep(place) {
  if (step === null) return;
  places.delete(step);
  places.set(step, place);
  if (places.size > MOST) places.delete(places.keys().next().value);
}

/** Keeps all of it for a page that is loaded anew in this tab. */
export function store() {
  sessionStorage.setItem(STORED, JSON.stringify([...places]));
}
