import * as api from './api.js';

/** Between two looks where the server tells nothing by itself. */
const POLL_MS = 3000;
const LONGEST_MS = 30_000;

/**
 * Tells what changes, for as long as the page is open: by the server's events, and where it has none (501, as on
 * Azure) by asking to look again every few seconds.
 */
export async function live(handlers) {
  let wait = POLL_MS;
  for (let first = true; ; first = false) {
    try {
      const response = await api.events();
      wait = POLL_MS;
      // What happened while nobody listened.
      if (!first) handlers.reload();
      await read(response.body, handlers);
    } catch (error) {
      if (error.status === 501) return poll(handlers);
      wait = Math.min(wait * 2, LONGEST_MS);
    }
    await pause(wait);
  }
}

async function poll(handlers) {
  for (;;) {
    await pause(POLL_MS);
    if (!document.hidden) handlers.reload();
  }
}

/** Reads server-sent events; each ends with an empty line. */
async function read(body, handlers) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    text += value;
    const events = text.split('\n\n');
    text = events.pop();
    events.forEach((event) => dispatch(event, handlers));
  }
}

function dispatch(event, handlers) {
  const fields = Object.fromEntries(event.split('\n').map((line) => {
    const colon = line.indexOf(': ');
    return [line.slice(0, colon), line.slice(colon + 2)];
  }));
  if (fields.data) handlers[fields.event]?.(JSON.parse(fields.data));
}

const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
