/** The forgery token; the server sets its cookie with every page. */
export function token() {
  return decodeURIComponent(document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/)?.[1] ?? '');
}

/** Where one signs in again and comes back to this page. */
export const signIn = () => `/login?next=${encodeURIComponent(location.pathname + location.search)}`;

/**
 * Fetches a fragment the way htmx would.
 *
 * @param {string} url
 * @param {{ method?: string, values?: Record<string, string> | [string, string][], signal?: AbortSignal, target?: string }} [options]
 */
export async function fragment(url, { method = 'GET', values, signal, target } = {}) {
  /** @type {Record<string, string>} */
  const headers = { 'HX-Request': 'true', Accept: 'text/html' };
  if (target) headers['HX-Target'] = target;
  if (method !== 'GET') headers['X-XSRF-TOKEN'] = token();
  const response = await fetch(url, { method, headers, signal, body: values && new URLSearchParams(values) });
  if (response.status === 401 || response.redirected) location.assign(response.redirected ? response.url : signIn());
  return { ok: response.ok, status: response.status, headers: response.headers, html: await response.text() };
}
