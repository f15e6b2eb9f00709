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

async function call(address, options = {}) {
  const key = sessionStorage.getItem(STORED);
  const response = await fetch(address, { ...options, headers: key ? { [HEADER]: key } : {} }).catch(() => {
    throw new ApiError(0, 'The server does not answer. Is it running?');
  });
  if (response.ok || response.status === 422) return response;
  const problem = await response.json().catch(() => null);
  throw new ApiError(response.status, problem?.detail ?? `The server answered ${response.status}.`);
}

export async function list(cursor) {
  const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
  return (await call(`api/articles${query}`)).json();
}

export const get = async (name) => (await call(addressOf(name))).json();

export const upload = (file) => call(addressOf(file.name), { method: 'PUT', body: file });
