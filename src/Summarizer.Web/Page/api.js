// Calls of the API. The key, where one is asked for, is kept for this tab only.
const HEADER = 'x-functions-key';
const STORED = 'summarizer-key';

/** An answer that is no success; its message says what to do. */
export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export const useKey = (key) => sessionStorage.setItem(STORED, key);

export const addressOf = (name) => `api/articles/${name.split('/').map(encodeURIComponent).join('/')}`;

/** The query of an address, without what is empty. */
export function queryOf(values) {
  const given = Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return new URLSearchParams(given).toString();
}

function headers(more) {
  const key = sessionStorage.getItem(STORED);
  return key ? { ...more, [HEADER]: key } : { ...more };
}

async function call(address, { accept = 'application/json', ...options } = {}) {
  const response = await fetch(address, { ...options, headers: headers({ Accept: accept }) }).catch((error) => {
    if (error.name === 'AbortError') throw error;
    throw new ApiError(0, 'The server does not answer. Is it running?');
  });
  if (response.ok || response.status === 422) return response;
  const problem = await response.json().catch(() => null);
  throw new ApiError(response.status, problem?.detail ?? `The server answered ${response.status}.`);
}

const json = async (address, options) => (await call(address, options)).json();

export const list = (query, signal) => json(`api/articles?${queryOf(query)}`, { signal });

export const get = (name, signal) => json(addressOf(name), { signal });

export const markdown = async (name) => (await call(addressOf(name), { accept: 'text/markdown' })).text();

export const remove = (name) => call(addressOf(name), { method: 'DELETE' });

export const stances = (query, signal) => json(`api/stances?${queryOf(query)}`, { signal });

export const matrix = (query, signal) => json(`api/stances/matrix?${queryOf(query)}`, { signal });

export const timeline = (query, signal) => json(`api/stances/timeline?${queryOf(query)}`, { signal });

export const targets = (query, signal) => json(`api/targets?${queryOf(query)}`, { signal });

/** A table as CSV; the same address as its JSON. */
export const csv = async (route, query) => (await call(`api/${route}?${queryOf(query)}`, { accept: 'text/csv' })).text();

/** The stream of events; an EventSource could not send the key. */
export const events = (signal) => call('api/events', { accept: 'text/event-stream', signal });

/** Uploads one file; only XMLHttpRequest tells how far it is. */
export function upload(name, file, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', addressOf(name));
    for (const [header, value] of Object.entries(headers({}))) request.setRequestHeader(header, value);
    request.upload.addEventListener('progress', (event) => progress(event.loaded / Math.max(1, event.total)));
    request.addEventListener('error', () => reject(new ApiError(0, 'The server does not answer. Is it running?')));
    request.addEventListener('load', () => {
      if (request.status < 300) resolve();
      else reject(new ApiError(request.status, detailOf(request)));
    });
    request.send(file);
  });
}

function detailOf(request) {
  try {
    return JSON.parse(request.responseText).detail ?? `The server answered ${request.status}.`;
  } catch {
    return `The server answered ${request.status}.`;
  }
}
