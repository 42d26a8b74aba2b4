/** The forgery token: the cookie is the fresh one, the meta tag serves pages whose cookie has not arrived yet. */
export function token() {
  const cookie = document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/)?.[1];
  const meta = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name=csrf-token]'));
  return cookie ? decodeURIComponent(cookie) : (meta?.content ?? '');
}

/**
 * Fetches a fragment the way htmx would.
 *
 * @param {string} url
 * @param {{ method?: string, values?: Record<string, string>, signal?: AbortSignal, target?: string }} [options]
 */
export async function fragment(url, { method = 'GET', values, signal, target } = {}) {
  /** @type {Record<string, string>} */
  const headers = { 'HX-Request': 'true', Accept: 'text/html' };
  if (target) headers['HX-Target'] = target;
  if (method !== 'GET') headers['X-XSRF-TOKEN'] = token();
  const response = await fetch(url, { method, headers, signal, body: values && new URLSearchParams(values) });
  if (response.status === 401 || response.redirected) location.assign(response.redirected ? response.url : '/login');
  return { ok: response.ok, status: response.status, html: await response.text() };
}
